package dev.storetwin.core.pricing.elasticity;

/**
 * How elasticities are estimated.
 *
 * @param confidence    of the intervals, above .5 and below 1
 * @param fewestPeriods that a series needs to speak for itself
 * @param mostSensitive below this no own estimate is believed
 */
public record ElasticitySettings(double confidence, int fewestPeriods, double mostSensitive) {

    public static final ElasticitySettings DEFAULT = new ElasticitySettings(.95, 8, -15);

    public ElasticitySettings {
        if (!(confidence > .5 && confidence < 1)) {
            throw new IllegalArgumentException("""
                    confidence (%s) must be above .5 and below 1.
                    Maybe percent was written where a fraction is meant: .95, not 95.""".formatted(confidence));
        }
        if (fewestPeriods < 4 || !(mostSensitive < -1)) {
            throw new IllegalArgumentException("fewestPeriods (%d) must be at least 4, mostSensitive (%s) below -1."
                    .formatted(fewestPeriods, mostSensitive));
        }
    }

    public ElasticitySettings withConfidence(double confidence) {
        return new ElasticitySettings(confidence, fewestPeriods, mostSensitive);
    }
}
