package dev.storetwin.core.forecast.effects;

/**
 * What one column does: sales are multiplied by the exponential of the coefficient for each unit of the column, or have the coefficient
 * added where they can be negative. For a price it is the elasticity.
 *
 * @param column        name of the regressor
 * @param standardError of the coefficient
 */
public record Effect(String column, double coefficient, double standardError) {

    /** How many standard errors the coefficient is away from doing nothing. */
    double strength() {
        return standardError > 0 ? Math.abs(coefficient) / standardError : 0;
    }
}
