package dev.storetwin.core.state;

import dev.storetwin.event.ActionApplied;
import dev.storetwin.event.ActionFailed;
import dev.storetwin.event.DecisionApproved;
import dev.storetwin.event.DecisionRejected;
import dev.storetwin.event.DecisionRolledBack;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.state.ActStage;
import dev.storetwin.state.AppliedAction;
import java.util.List;
import java.util.Optional;

/** What the acts on one decision come to. */
final class DecisionFold {

    private DecisionFold() {}

    static List<LedgerEntry> entries(Document document) {
        return applied(document)
                .<List<LedgerEntry>>map(it -> List.of(new LedgerEntry.Applied(
                        it.capability(),
                        it.target(),
                        new AppliedAction(
                                it.decision(), it.commitment(), it.header().occurredAt()))))
                .orElse(List.of());
    }

    /** The action that stands: applied, not taken back, and not failed after all. */
    private static Optional<ActionApplied> applied(Document document) {
        var failed = document.newest(ActionFailed.class);
        return document.newest(ActionApplied.class)
                .filter(it -> document.newest(DecisionRolledBack.class).isEmpty())
                .filter(it -> failed.map(gone ->
                                gone.header().version().compareTo(it.header().version()) < 0)
                        .orElse(true));
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
