package dev.storetwin;

import dev.storetwin.decision.JudgedAlternative;
import dev.storetwin.pricing.DemandCurve;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.proposal.Objective;
import dev.storetwin.type.Money;
import java.util.List;
import java.util.Optional;

/** What would come of a price that somebody asks about, or why nobody can tell. */
public sealed interface PriceWhatIf {

    /** The price that was asked about. */
    Money asked();

    /** For a merchant, a line or several. */
    String inWords();

    /**
     * It can be told.
     *
     * @param present         the price that stands
     * @param recommended     the price that the twin would set: the chosen one, one that waits for a yes, or the present one
     * @param judged          the asked price as a decision would weigh it: its value, and what the guardrails say
     * @param overPresent     by how much it beats the present price, by the objective; below zero where it is worse
     * @param overRecommended by how much it beats the recommended one
     * @param objective       what the values count
     * @param expected        units and margin with their intervals; empty where the host's own planner tells none
     * @param caveats         what to bear in mind
     */
    record Expected(
            Money asked,
            Money present,
            Money recommended,
            JudgedAlternative<PriceChange> judged,
            double overPresent,
            double overRecommended,
            Objective objective,
            Optional<DemandCurve.Point> expected,
            List<String> caveats)
            implements PriceWhatIf {

        public Expected {
            caveats = List.copyOf(caveats);
        }

        @Override
        public String inWords() {
            return WhatIfWords.of(this);
        }
    }

    /**
     * It cannot be told.
     *
     * @param reason with what to do about it
     */
    record NoAnswer(Money asked, String reason) implements PriceWhatIf {

        @Override
        public String inWords() {
            return "Nothing can be said of %s: %s".formatted(asked, reason);
        }
    }
}
