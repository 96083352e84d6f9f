package dev.storetwin.core.pricing;

import java.util.Optional;

/**
 * What one SKU's history in one channel says about its elasticity.
 *
 * @param estimate      of the elasticity; 0 when there is a problem
 * @param standardError of the estimate; 0 when there is a problem
 * @param weeks         that were looked at
 * @param lowestPrice   that demand was seen at; 0 for none
 * @param highestPrice  that demand was seen at; 0 for none
 * @param problem       why there is no estimate
 */
public record OwnElasticity(
        double estimate,
        double standardError,
        int weeks,
        double lowestPrice,
        double highestPrice,
        Optional<String> problem) {

    static final OwnElasticity NONE = unknown("it has no history");
    static final OwnElasticity UNREAD = unknown("its own history was not looked at");

    private static OwnElasticity unknown(String why) {
        return new OwnElasticity(0, 0, 0, 0, 0, Optional.of(why));
    }

    boolean isIdentified() {
        return problem.isEmpty();
    }
}
