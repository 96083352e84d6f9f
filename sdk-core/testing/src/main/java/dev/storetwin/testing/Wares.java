package dev.storetwin.testing;

import java.util.List;

/**
 * A kind of goods that the synthetic shop sells: what it is called, when it sells best and how often it comes back.
 *
 * @param category   as the catalog names it
 * @param nouns      what its goods are
 * @param peakDay    day of the year on which it sells best
 * @param swing      how far the season moves it: 0.5 sells half more at the peak than over the year
 * @param returnRate share of units that come back
 */
record Wares(String category, List<String> nouns, int peakDay, double swing, double returnRate) {

    static final List<String> COLOURS = List.of("Amber", "Blue", "Coral", "Dark", "Green", "Ivory", "Olive", "Red");

    static final List<Wares> ALL = List.of(
            new Wares("kitchen", List.of("mug", "kettle", "pan", "bowl", "board", "jug"), 345, .25, .04),
            new Wares("garden", List.of("trowel", "planter", "hose", "shears", "lantern", "rake"), 135, .60, .05),
            new Wares("toys", List.of("puzzle", "kite", "blocks", "train", "yo-yo", "marbles"), 350, .65, .05),
            new Wares("books", List.of("atlas", "novel", "cookbook", "diary", "reader", "guide"), 340, .20, .03),
            new Wares("apparel", List.of("scarf", "shirt", "jacket", "socks", "hat", "gloves"), 300, .30, .18),
            new Wares("office", List.of("notebook", "stapler", "pen", "folder", "tray", "ruler"), 250, .20, .03),
            new Wares("sport", List.of("ball", "rope", "mat", "bottle", "racket", "band"), 20, .30, .08),
            new Wares("lighting", List.of("lamp", "bulb", "candle", "spot", "shade", "torch"), 330, .35, .06));

    /** The factor on the sales of a day; 1 on average over a year. */
    double season(int dayOfYear) {
        return 1 + swing * StrictMath.cos(2 * Math.PI * (dayOfYear - peakDay) / 365.25);
    }
}
