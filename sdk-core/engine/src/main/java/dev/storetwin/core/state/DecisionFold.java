package dev.storetwin.core.state;

import dev.storetwin.event.ActionApplied;
import dev.storetwin.event.ActionFailed;
import dev.storetwin.event.ActionReserved;
import dev.storetwin.event.ApprovalAsked;
import dev.storetwin.event.BindingAct;
import dev.storetwin.event.DecisionApproved;
import dev.storetwin.event.DecisionMade;
import dev.storetwin.event.DecisionRejected;
import dev.storetwin.event.DecisionRolledBack;
import dev.storetwin.event.Entity;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.state.ActStage;
import dev.storetwin.state.AppliedAction;
import dev.storetwin.state.Inbound;
import dev.storetwin.state.Undertaking;
import dev.storetwin.type.ActionOutline;
import dev.storetwin.type.Actor;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Commitment;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the acts on one decision come to. Reserved and applied bind alike: of what was reserved nobody knows yet that it was not carried out.
 */
final class DecisionFold {

    /** Whose actions set a price or order units; a sourcing plan does neither. */
    private static final Set<Capability> BINDING = Set.of(Capability.PRICING, Capability.INVENTORY);

    private DecisionFold() {}

    static List<LedgerEntry> entries(Entity id, Document document) {
        var entries = new ArrayList<LedgerEntry>();
        tried(document).ifPresent(it -> {
            if (hasFailed(it, document)) {
                entries.add(new LedgerEntry.Tried(it.target(), action(it)));
            } else {
                addStanding(id, it, entries);
            }
        });
        rolledBack(document).ifPresent(it -> entries.add(new LedgerEntry.Tried(it.target(), action(it))));
        begun(document)
                .flatMap(act -> act.commitment()
                        .regret()
                        .filter(Money::isPositive)
                        .map(it -> new LedgerEntry.Regretted(
                                act.capability(), act.target(), act.header().occurredAt(), it)))
                .ifPresent(entries::add);
        if (isOpen(document)) {
            entries.add(CatalogFold.known(id, last(document)));
        }
        return entries;
    }

    /** What binds, and what it ordered, until the platform reports it. */
    private static void addStanding(Entity id, BindingAct act, List<LedgerEntry> entries) {
        entries.add(new LedgerEntry.Applied(act.capability(), act.target(), action(act)));
        act.target().sku().ifPresent(sku -> act.target().node().ifPresent(node -> act.commitment()
                .units()
                .ifPresent(it -> entries.add(ordered(id, act, sku, node, it)))));
    }

    private static LedgerEntry.Arrival ordered(Entity id, BindingAct act, Sku sku, NodeId node, Quantity units) {
        var since = act.header().occurredAt();
        var inbound = new Inbound(units, Optional.empty(), Optional.of(since));
        return new LedgerEntry.Arrival(sku, node, id, since, inbound, Optional.empty());
    }

    private static AppliedAction action(BindingAct act) {
        return new AppliedAction(act.decision(), act.commitment(), act.header().occurredAt());
    }

    /** The last time that the action was carried out, or was about to be, and not rolled back. */
    static Optional<BindingAct> tried(Document document) {
        return bound(document).filter(it -> !isNothing(it)).filter(it -> document.newest(DecisionRolledBack.class)
                .isEmpty());
    }

    private static Optional<BindingAct> bound(Document document) {
        var reserved = document.newest(ActionReserved.class).<BindingAct>map(it -> it);
        var applied = document.newest(ActionApplied.class).<BindingAct>map(it -> it);
        return Stream.of(reserved, applied)
                .flatMap(Optional::stream)
                .max(Comparator.comparing((BindingAct it) -> it.header().version())
                        .thenComparing(ActionApplied.class::isInstance));
    }

    /** What stood once and was changed back: its echo may be under way yet. */
    private static Optional<BindingAct> rolledBack(Document document) {
        return document.newest(DecisionRolledBack.class)
                .flatMap(it -> bound(document))
                .filter(it -> !isNothing(it));
    }

    /** When the twin last began to carry the action out; where it never did, when the host had. */
    static Optional<BindingAct> begun(Document document) {
        return document.newest(ActionReserved.class)
                .<BindingAct>map(it -> it)
                .or(() -> document.newest(ActionApplied.class));
    }

    /** A host may report "do nothing" as carried out like any decision: it binds nothing, where every action of its capability would. */
    private static boolean isNothing(BindingAct act) {
        return BINDING.contains(act.capability()) && act.commitment().equals(Commitment.NONE);
    }

    private static boolean hasFailed(BindingAct act, Document document) {
        return document.newest(ActionFailed.class)
                .filter(it -> it.header().version().compareTo(act.header().version()) >= 0)
                .isPresent();
    }

    static Optional<ActStage> stage(Document document) {
        if (document.newest(DecisionRolledBack.class).isPresent()) {
            return Optional.of(ActStage.ROLLED_BACK);
        }
        var standing = tried(document).filter(it -> !hasFailed(it, document));
        if (standing.isPresent()) {
            return standing.map(it -> it instanceof ActionReserved ? ActStage.RESERVED : ActStage.APPLIED);
        }
        return document.hasFacts() ? Optional.of(stage(last(document), document)) : Optional.empty();
    }

    private static ActStage stage(TwinEvent last, Document document) {
        if (last instanceof DecisionApproved) {
            return isAsked(document) && !isApproved(document) ? ActStage.WAITING : ActStage.APPROVED;
        }
        if (last instanceof DecisionRejected) {
            return ActStage.REJECTED;
        }
        if (last instanceof ApprovalAsked) {
            return ActStage.WAITING;
        }
        return last instanceof ActionFailed ? ActStage.FAILED : ActStage.DECIDED;
    }

    private static TwinEvent last(Document document) {
        var facts = document.facts();
        return facts.get(facts.size() - 1);
    }

    private static boolean isAsked(Document document) {
        return document.newest(ApprovalAsked.class).isPresent();
    }

    private static boolean isOpen(Document document) {
        return stage(document)
                .filter(it -> it == ActStage.RESERVED
                        || it == ActStage.WAITING
                        || (it == ActStage.APPROVED && isAsked(document)))
                .isPresent();
    }

    static boolean isApproved(Document document) {
        int needed = document.newest(ApprovalAsked.class)
                .map(ApprovalAsked::approvals)
                .orElse(1);
        return approvedBy(document).size() >= needed;
    }

    /** Who said yes after it was asked and after the last no, everybody once. Where several must agree, who asked does not count. */
    private static List<Actor> approvedBy(Document document) {
        var approvals = document.history(DecisionApproved.class);
        if (approvals.isEmpty()) {
            return List.of();
        }
        var asked = document.newest(ApprovalAsked.class);
        var rejected = document.newest(DecisionRejected.class);
        var byName = new LinkedHashMap<String, Actor>();
        for (var yes : approvals) {
            boolean counts = asked.map(it -> isAfter(yes, it)
                                    && (it.approvals() < 2
                                            || !it.by().name().equals(yes.by().name())))
                            .orElse(true)
                    && rejected.map(it -> isAfter(yes, it)).orElse(true);
            if (counts) {
                byName.putIfAbsent(yes.by().name(), yes.by());
            }
        }
        return List.copyOf(byName.values());
    }

    private static boolean isAfter(TwinEvent one, TwinEvent other) {
        return one.header().version().compareTo(other.header().version()) > 0;
    }

    /** Empty when no act tells the action itself. */
    static Optional<Undertaking> undertaking(Document document) {
        var asked = document.newest(ApprovalAsked.class);
        return document.newest(ActionReserved.class)
                .map(ActionReserved::action)
                .or(() -> asked.map(ApprovalAsked::action))
                .or(() -> document.newest(ActionApplied.class).flatMap(ActionApplied::action))
                .map(it -> undertaking(document, it, asked));
    }

    private static Undertaking undertaking(Document document, ActionOutline action, Optional<ApprovalAsked> asked) {
        var made = document.newest(DecisionMade.class);
        var since = last(document).header().occurredAt();
        return new Undertaking(
                new DecisionId(document.id().id()),
                made.map(it -> it.header().occurredAt()).orElse(since),
                made.map(DecisionMade::status).orElse(""),
                stage(document).orElseThrow(),
                action,
                since,
                asked,
                approvedBy(document));
    }
}
