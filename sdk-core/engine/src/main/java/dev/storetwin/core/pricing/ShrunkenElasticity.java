package dev.storetwin.core.pricing;

import dev.storetwin.pricing.ElasticityStatus;
import dev.storetwin.proposal.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * By how many per cent demand changes when the price rises by one, as far as that is known.
 *
 * @param value         below zero
 * @param standardError of the value
 * @param status        what it rests on; where it is unidentified, the value is what is usual in the trade
 * @param reason        the same in words
 * @param weeks         of its own history
 * @param lowestPrice   that demand was seen at; 0 for none
 * @param highestPrice  that demand was seen at; 0 for none
 */
public record ShrunkenElasticity(
        double value,
        double standardError,
        ElasticityStatus status,
        String reason,
        int weeks,
        double lowestPrice,
        double highestPrice) {

    public ShrunkenElasticity {
        if (!(value < 0 && standardError > 0) || Double.isInfinite(value) || Double.isInfinite(standardError)) {
            throw new IllegalArgumentException(
                    "An elasticity (%s) must be below zero, its standard error (%s) above, and both finite."
                            .formatted(value, standardError));
        }
    }

    /** For a reason of a proposal. */
    String inWords() {
        return String.format(
                Locale.ROOT, "Elasticity %.2f +- %.2f (%s): %s", value, standardError, status.label(), reason);
    }

    /** For a proposal: the number, how far it may be off, and whether it is only assumed. */
    List<Evidence> evidence() {
        var evidence = new ArrayList<Evidence>();
        evidence.add(new Evidence("elasticity", value, ""));
        evidence.add(new Evidence("elasticity standard error", standardError, ""));
        if (status == ElasticityStatus.UNIDENTIFIED) {
            evidence.add(new Evidence(Evidence.ASSUMED, value, ""));
        }
        return List.copyOf(evidence);
    }
}
