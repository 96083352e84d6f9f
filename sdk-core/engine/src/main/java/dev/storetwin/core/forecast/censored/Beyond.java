package dev.storetwin.core.forecast.censored;

/** What demand may have been in a period that ran out: amounts and their probabilities. */
record Beyond(double[] amounts, double[] masses) {

    double mean() {
        double sum = 0;
        double mass = 0;
        for (int i = 0; i < amounts.length; i++) {
            sum += masses[i] * amounts[i];
            mass += masses[i];
        }
        return mass > 0 ? sum / mass : amounts[0];
    }

    double variance() {
        double mean = mean();
        double sum = 0;
        double mass = 0;
        for (int i = 0; i < amounts.length; i++) {
            sum += masses[i] * (amounts[i] - mean) * (amounts[i] - mean);
            mass += masses[i];
        }
        return mass > 0 ? sum / mass : 0;
    }

    /** The amount that is not exceeded with this probability. */
    double quantile(double probability) {
        double left = probability;
        for (int i = 0; i < amounts.length - 1; i++) {
            left -= masses[i];
            if (left < 0) {
                return amounts[i];
            }
        }
        return amounts[amounts.length - 1];
    }
}
