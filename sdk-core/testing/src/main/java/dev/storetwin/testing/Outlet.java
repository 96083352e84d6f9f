package dev.storetwin.testing;

import dev.storetwin.type.Channel;
import dev.storetwin.type.Region;
import java.util.List;

/**
 * A channel of the synthetic shop.
 *
 * @param index       its place among the outlets
 * @param region      where it sells
 * @param priceFactor its prices against those of the first outlet
 * @param share       of all units
 * @param isCounter   whether shoppers take the goods with them
 * @param depot       the place whose stock it sells first
 * @param weekdays    factors from Monday to Sunday, 1 on average
 * @param firstHour   when it opens
 * @param lastHour    when it closes
 */
record Outlet(
        int index,
        Channel channel,
        Region region,
        double priceFactor,
        double share,
        boolean isCounter,
        int depot,
        List<Double> weekdays,
        int firstHour,
        int lastHour) {

    private static final List<Double> ONLINE = List.of(1.10, 1.00, .95, .95, .90, .95, 1.15);
    private static final List<Double> MARKET = List.of(1.05, 1.00, 1.00, 1.00, .95, .95, 1.05);
    private static final List<Double> COUNTER = List.of(.95, .95, 1.00, 1.10, 1.35, 1.65, .0);

    private static final List<Region> REGIONS = List.of(Region.of("DE"), Region.of("FR"), Region.of("AT"));

    /** A web shop, a marketplace and a store; after three they repeat. */
    static Outlet numbered(int index, int depots) {
        int turn = index / 3;
        var region = REGIONS.get((index + turn) % 3);
        int depot = index % depots;
        return switch (index % 3) {
            case 0 -> new Outlet(index, named("web", turn), region, 1, .50, false, depot, ONLINE, 7, 24);
            case 1 -> new Outlet(index, named("market", turn), region, 1.05, .28, false, depot, MARKET, 7, 24);
            default -> new Outlet(index, named("store", turn), region, 1, .22, true, depot, COUNTER, 9, 20);
        };
    }

    private static Channel named(String kind, int turn) {
        return Channel.of(turn == 0 ? kind : kind + "-" + (turn + 1));
    }
}
