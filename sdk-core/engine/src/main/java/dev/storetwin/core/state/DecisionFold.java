package dev.storetwin.core.state;

import dev.storetwin.event.ActionApplied;
import dev.storetwin.event.ActionFailed;
import dev.storetwin.event.DecisionApproved;
import dev.storetwin.event.DecisionRejected;
import dev.storetwin.event.DecisionRolledBack;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.state.ActStage;
import dev.storetwin.state.AppliedAction;
import dev.storetwin.state.Inbound;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Commitment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the acts on one decision come to. */
final class DecisionFold {

    /** Whose actions set a price or order units; a sourcing plan does neither. */
    private static final Set<Capability> BINDING = Set.of(Capability.PRICING, Capability.INVENTORY);

    private DecisionFold() {}

    static List<LedgerEntry> entries(Document document) {
        return tried(document)
                .<List<LedgerEntry>>map(it -> hasFailed(it, document) ? List.of(failed(it)) : standing(it))
                .orElse(List.of());
    }

    /** What was applied, and what it ordered, until the platform reports it. */
    private static List<LedgerEntry> standing(ActionApplied act) {
        var entries = new ArrayList<>(List.of(applied(act)));
        act.target().sku().ifPresent(sku -> act.target().node().ifPresent(node -> act.commitment()
                .units()
                .map(it -> new Inbound(it, Optional.empty()))
                .ifPresent(it -> entries.add(new LedgerEntry.Arrival(
                        sku, node, act.document(), act.header().occurredAt(), it)))));
        return entries;
    }

    private static LedgerEntry applied(ActionApplied act) {
        return new LedgerEntry.Applied(act.capability(), act.target(), action(act));
    }

    private static LedgerEntry failed(ActionApplied act) {
        return new LedgerEntry.Tried(act.target(), action(act));
    }

    private static AppliedAction action(ActionApplied act) {
        return new AppliedAction(act.decision(), act.commitment(), act.header().occurredAt());
    }

    /** The last time that the action was carried out, or was thought to be, and not rolled back. */
    static Optional<ActionApplied> tried(Document document) {
        return document.newest(ActionApplied.class)
                .filter(it -> !isNothing(it))
                .filter(it -> document.newest(DecisionRolledBack.class).isEmpty());
    }

    /** A host may report "do nothing" as carried out like any decision: it binds nothing, where every action of its capability would. */
    private static boolean isNothing(ActionApplied act) {
        return BINDING.contains(act.capability()) && act.commitment().equals(Commitment.NONE);
    }

    private static boolean hasFailed(ActionApplied act, Document document) {
        return document.newest(ActionFailed.class)
                .filter(it -> it.header().version().compareTo(act.header().version()) >= 0)
                .isPresent();
    }

    private static Optional<ActionApplied> applied(Document document) {
        return tried(document).filter(it -> !hasFailed(it, document));
    }

    static Optional<ActStage> stage(Document document) {
        if (document.newest(DecisionRolledBack.class).isPresent()) {
            return Optional.of(ActStage.ROLLED_BACK);
        }
        if (applied(document).isPresent()) {
            return Optional.of(ActStage.APPLIED);
        }
        var facts = document.facts();
        return facts.isEmpty() ? Optional.empty() : Optional.of(stage(facts.get(facts.size() - 1)));
    }

    private static ActStage stage(TwinEvent act) {
        if (act instanceof DecisionApproved) {
            return ActStage.APPROVED;
        }
        if (act instanceof DecisionRejected) {
            return ActStage.REJECTED;
        }
        return act instanceof ActionFailed ? ActStage.FAILED : ActStage.DECIDED;
    }

    static boolean isApproved(Document document) {
        var approved = document.newest(DecisionApproved.class);
        var rejected = document.newest(DecisionRejected.class);
        return approved.isPresent()
                && rejected.map(it -> it.header()
                                        .version()
                                        .compareTo(
                                                approved.orElseThrow().header().version())
                                < 0)
                        .orElse(true);
    }
}
