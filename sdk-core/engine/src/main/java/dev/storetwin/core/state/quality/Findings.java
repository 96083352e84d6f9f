package dev.storetwin.core.state.quality;

import dev.storetwin.state.Defect;
import dev.storetwin.state.QualityRules;
import dev.storetwin.state.Treatment;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is found about one event after the other. Used by one thread at a time; an event without any leaves nothing behind.
 */
final class Findings {

    private final int noted;
    private final int quarantined;
    private int notes;
    private @Nullable Refusal refusal;

    Findings(QualityRules rules) {
        this.noted = mask(rules, Treatment.NOTE);
        this.quarantined = mask(rules, Treatment.QUARANTINE);
    }

    private static int mask(QualityRules rules, Treatment treatment) {
        int mask = 0;
        for (var defect : Defect.values()) {
            mask |= rules.of(defect) == treatment ? Inspected.bit(defect) : 0;
        }
        return mask;
    }

    /** Whether the rules want to know. */
    boolean cares(Defect defect) {
        return ((noted | quarantined) & Inspected.bit(defect)) != 0;
    }

    /** Words are made for the first reason to refuse only. */
    void add(Defect defect, Supplier<String> words) {
        int bit = Inspected.bit(defect);
        notes |= noted & bit;
        if ((quarantined & bit) != 0 && refusal == null) {
            refusal = new Refusal(defect, words.get());
        }
    }

    /** The answer for this event; the next one begins anew. */
    Inspected done() {
        var done = refusal == null ? Inspected.noted(notes) : new Inspected(notes, Optional.of(refusal));
        notes = 0;
        refusal = null;
        return done;
    }
}
