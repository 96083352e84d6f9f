package dev.storetwin.core.pricing.elasticity;

import dev.storetwin.pricing.ElasticityStatus;
import java.util.Optional;

/**
 * What is said of the elasticity of a series, or of a group of them.
 *
 * @param name     of the series; {@code group:NAME} for a group, {@code group:*} for all series
 * @param interval the elasticity; empty exactly when it is {@linkplain ElasticityStatus#UNIDENTIFIED unidentified}
 * @param method   how it was estimated, such as {@code log-log; 2SLS by cost}
 * @param reason   in words
 */
public record ElasticityAnswer(
        String name, Optional<ElasticityInterval> interval, String method, ElasticityStatus status, String reason) {

    public ElasticityAnswer {
        if (interval.isEmpty() != (status == ElasticityStatus.UNIDENTIFIED)) {
            throw new IllegalArgumentException(
                    "%s is %s; a number is expected exactly when something is known.".formatted(name, status));
        }
    }
}
