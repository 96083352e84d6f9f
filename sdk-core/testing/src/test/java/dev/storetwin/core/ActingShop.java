package dev.storetwin.core;

import dev.storetwin.Twin;
import dev.storetwin.decision.Autonomy;
import dev.storetwin.decision.Decision;
import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.decision.JudgedAlternative;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.guardrail.Guardrail;
import dev.storetwin.guardrail.GuardrailContext;
import dev.storetwin.guardrail.Ruling;
import dev.storetwin.guardrail.Verdict;
import dev.storetwin.inventory.Replenishment;
import dev.storetwin.platform.ActionWriter;
import dev.storetwin.platform.WriteResult;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.proposal.Action;
import dev.storetwin.proposal.Alternative;
import dev.storetwin.proposal.Objective;
import dev.storetwin.state.Acceptance;
import dev.storetwin.testing.PlainVault;
import dev.storetwin.type.Actor;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Channel;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Role;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** A shop with a twin that acts, which can die and be opened again, at a time that stands still until it is moved. */
final class ActingShop implements ActionWriter, AutoCloseable {

    static final Sku MUG = Sku.of("MUG-1");
    static final Channel WEB = Channel.of("web");
    static final NodeId LEIPZIG = NodeId.of("LEIPZIG");
    static final Actor HOST = new Actor(Role.HOST, "shop");
    static final Actor OPERATOR = new Actor(Role.OPERATOR, "night-shift");
    static final Actor ANN = new Actor(Role.APPROVER, "ann");
    static final Actor BOB = new Actor(Role.APPROVER, "bob");

    private static final Source SHOP = Source.of("test");

    /** Blocks prices below five. */
    private static final Guardrail<PriceChange> FLOOR = new Guardrail<>() {
        @Override
        public Class<PriceChange> actions() {
            return PriceChange.class;
        }

        @Override
        public Ruling<PriceChange> check(PriceChange action, GuardrailContext context) {
            return action.to().compareTo(eur("5")) < 0 ? Ruling.blocked("floor", "below 5") : Ruling.allowed();
        }
    };

    private final Path folder;
    private final UnaryOperator<StoreTwinBuilder> options;
    private final List<Action> written = new CopyOnWriteArrayList<>();
    private Instant now = Instant.parse("2026-03-04T12:00:00Z");
    private boolean dies;
    private boolean fails;
    private Twin twin;

    ActingShop(Path folder, UnaryOperator<StoreTwinBuilder> options) {
        this.folder = folder;
        this.options = options;
        this.twin = open();
        tellPrice("10");
    }

    ActingShop(Path folder) {
        this(folder, it -> it);
    }

    private Twin open() {
        return options.apply(StoreTwin.builder()
                        .clock(clock())
                        .vault(new PlainVault())
                        .dataDirectory(folder.resolve("twin"))
                        .writer(this)
                        .guardrail(FLOOR)
                        .autonomy(Capability.PRICING, Autonomy.FULL)
                        .autonomy(Capability.INVENTORY, Autonomy.FULL)
                        .approvals(ApprovalOptions.DEFAULT.trustingGuesses()))
                .build();
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    Twin twin() {
        return twin;
    }

    Instant now() {
        return now;
    }

    List<Action> written() {
        return written;
    }

    Twin reopen() {
        twin.close();
        twin = open();
        return twin;
    }

    ActingShop after(Duration span) {
        now = now.plus(span);
        return this;
    }

    /** The shop tells a price, a minute later than what was before. */
    void tellPrice(String amount) {
        after(Duration.ofMinutes(1));
        twin.accept(PriceChanged.of(SHOP, MUG, WEB, eur(amount), now));
    }

    /** A report that a price stands since a moment, whenever it comes. */
    Acceptance hear(String amount, Instant since) {
        return twin.accept(PriceChanged.of(SHOP, MUG, WEB, eur(amount), since));
    }

    /** The process dies while the platform is being told. */
    void dieIn(Decision<?> decision) {
        dies = true;
        try {
            twin.apply(decision);
        } catch (Died expected) {
            dies = false;
        }
    }

    private static final class Died extends VirtualMachineError {
        private static final long serialVersionUID = 1;
    }

    @Override
    public boolean writes(Action action) {
        return true;
    }

    @Override
    public WriteResult write(Action action, DecisionId key) {
        if (dies) {
            throw new Died();
        }
        if (fails) {
            return new WriteResult.Failed("503", true);
        }
        written.add(action);
        return new WriteResult.Written();
    }

    /** From now on the platform refuses everything, or nothing any more. */
    ActingShop failing(boolean refusing) {
        fails = refusing;
        return this;
    }

    boolean isAudited(String words) {
        return twin.audit().lines().anyMatch(it -> it.contains(words));
    }

    static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    static PriceChange change(String from, String to) {
        return new PriceChange(MUG, WEB, eur(from), eur(to));
    }

    Decision<PriceChange> price(String id, String from, String to) {
        return decision(id, change(from, to), DecisionStatus.ADVISED);
    }

    Decision<PriceChange> reviewed(String id, String from, String to) {
        return decision(id, change(from, to), DecisionStatus.NEEDS_REVIEW);
    }

    Decision<Replenishment> order(String id, String spend) {
        var action = new Replenishment(MUG, LEIPZIG, Quantity.of(5), Optional.of(eur(spend)));
        return decision(id, action, DecisionStatus.ADVISED);
    }

    <A extends Action> Decision<A> decision(String id, A action, DecisionStatus status) {
        Alternative<A> proposed = Alternative.of(action, 1);
        var chosen = new JudgedAlternative<>(proposed, proposed, new Verdict.Allowed<>(), List.of(), 1);
        return new Decision<>(
                DecisionId.of(id),
                action.capability(),
                action.target(),
                now,
                status,
                chosen,
                Optional.empty(),
                List.of(chosen),
                new Objective("margin", "EUR"),
                List.of(),
                List.of("it brings more"),
                new TreeMap<>(),
                0,
                1,
                true);
    }

    @Override
    public void close() {
        twin.close();
    }
}
