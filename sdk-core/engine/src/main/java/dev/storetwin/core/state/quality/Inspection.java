package dev.storetwin.core.state.quality;

import dev.storetwin.core.state.Door;
import dev.storetwin.event.TwinAct;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.state.Acceptance;
import dev.storetwin.state.QualityRules;
import java.time.Instant;

/**
 * Looks at news before it is taken, by the shop's rules. Used by one thread at a time; it never changes an event, and an event that was
 * accepted once is not looked at again when it is replayed.
 *
 * <p>How it works: each batch is compared with the state before it and with what the batch itself describes. An event without defects
 * costs a walk over its parts and leaves no garbage. The twin's own acts pass: a kill switch is never kept waiting.
 */
public final class Inspection {

    private final Findings findings;
    private final HeaderChecks header;
    private final References references;
    private final PartChecks parts;
    private final LeapChecks leaps;

    public Inspection(QualityRules rules, Precedents precedents) {
        this(rules, precedents, new KnownHashes());
    }

    Inspection(QualityRules rules, Precedents precedents, KnownHashes found) {
        this.findings = new Findings(rules);
        this.header = new HeaderChecks(rules.times(), rules.values().idLength(), findings);
        this.references = new References(precedents, found);
        this.parts = new PartChecks(rules.values(), findings, references);
        this.leaps = new LeapChecks(rules.values(), findings, precedents);
    }

    /** A new batch begins; its events are compared with this. */
    public void next(Precedents state) {
        next(state, Instant.MAX);
    }

    /**
     * The same, and nothing was received later than now.
     *
     * @param now by the twin's clock
     */
    void next(Precedents state, Instant now) {
        header.next(now);
        references.next(state);
        leaps.next(state);
    }

    public Inspected inspect(TwinEvent event) {
        if (Door.check(event).orElse(null) instanceof Acceptance.Quarantined impossible) {
            return Inspected.refused(impossible.defect(), impossible.reason());
        }
        if (event instanceof TwinAct) {
            return Inspected.CLEAN;
        }
        header.check(event.header());
        parts.check(event);
        leaps.check(event);
        var done = findings.done();
        if (done.refusal().isEmpty()) {
            references.learn(event);
        }
        return done;
    }
}
