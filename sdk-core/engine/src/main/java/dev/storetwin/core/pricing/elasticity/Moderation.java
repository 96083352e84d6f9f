package dev.storetwin.core.pricing.elasticity;

import java.util.List;

/**
 * Noise of series drawn to what is usual among them (Smyth 2004, by moments): each alone is known from few periods, all together from many.
 *
 * @param usual   variance
 * @param freedom degrees of freedom that the others are worth to one
 */
record Moderation(double usual, double freedom) {

    private static final double MOST = 1e6;

    static Moderation of(List<Slope> slopes) {
        double freedom = slopes.stream().mapToDouble(Slope::freedom).sum();
        if (slopes.size() < 3) {
            return new Moderation(1, 0);
        }
        double usual =
                slopes.stream().mapToDouble(it -> it.freedom() * it.noise()).sum() / freedom;
        double excess = 0;
        double scale = 0;
        for (var it : slopes) {
            double ratio = it.noise() / usual - 1;
            excess += ratio * ratio - 2.0 / it.freedom();
            scale += 1 + 2.0 / it.freedom();
        }
        double spread = excess / scale;
        return new Moderation(usual, spread <= 4 / MOST ? MOST : Math.min(MOST, 2 / spread + 4));
    }

    Slope moderated(Slope slope) {
        double noise = (freedom * usual + slope.freedom() * slope.noise()) / (freedom + slope.freedom());
        return slope.withNoise(noise, (int) Math.min(MOST, freedom + slope.freedom()));
    }
}
