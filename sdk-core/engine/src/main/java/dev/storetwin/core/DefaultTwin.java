package dev.storetwin.core;

import dev.storetwin.Backlog;
import dev.storetwin.Erasure;
import dev.storetwin.Forecasting;
import dev.storetwin.Inventory;
import dev.storetwin.LiveFeatures;
import dev.storetwin.LoadReport;
import dev.storetwin.Pricing;
import dev.storetwin.Twin;
import dev.storetwin.audit.AuditTrail;
import dev.storetwin.audit.Outcome;
import dev.storetwin.audit.OutcomeKind;
import dev.storetwin.core.forecast.ShopForecasts;
import dev.storetwin.core.guardrail.Guardrails;
import dev.storetwin.core.guardrail.ShopFacts;
import dev.storetwin.core.identity.KeyedTokens;
import dev.storetwin.core.monitor.Scorecards;
import dev.storetwin.core.simulation.Branch;
import dev.storetwin.core.state.feed.ChangeFeed;
import dev.storetwin.decision.Autonomy;
import dev.storetwin.decision.Decider;
import dev.storetwin.decision.Decision;
import dev.storetwin.event.AutonomyChanged;
import dev.storetwin.event.DecisionApproved;
import dev.storetwin.event.DecisionRejected;
import dev.storetwin.event.Entity;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.KillSwitchChanged;
import dev.storetwin.event.RulesInstalled;
import dev.storetwin.event.TwinAct;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.identity.SubjectTokens;
import dev.storetwin.inventory.Replenishment;
import dev.storetwin.inventory.ReplenishmentQuestion;
import dev.storetwin.monitor.KpiScorecard;
import dev.storetwin.monitor.QualityReport;
import dev.storetwin.platform.Inbox;
import dev.storetwin.platform.PayloadTranslator;
import dev.storetwin.platform.Reconciler;
import dev.storetwin.platform.Reconciliation;
import dev.storetwin.platform.SignatureVerifier;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.pricing.PriceQuestion;
import dev.storetwin.simulation.Scenario;
import dev.storetwin.state.Acceptance;
import dev.storetwin.state.Quarantine;
import dev.storetwin.state.StateChange;
import dev.storetwin.state.Subscription;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Actor;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Channel;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import dev.storetwin.type.SubjectId;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The front door over one live shop. */
final class DefaultTwin implements Twin {

    private static final Logger LOG = LoggerFactory.getLogger(DefaultTwin.class);

    private final LiveShop live;
    private final QualityGate gate;
    private final Platforms platforms;
    private final SubjectTokens tokens;
    private final Past past;
    private final People people;
    private final ChangeFeed feed;
    private final FeatureDesk features;
    private final Guardrails guardrails;
    private final Commit commit;
    private final ShopForecasts forecasts;
    private final Desk<PriceQuestion, PriceChange> prices;
    private final Desk<ReplenishmentQuestion, Replenishment> orders;

    DefaultTwin(
            LiveShop live,
            QualityGate gate,
            Platforms platforms,
            Storage storage,
            ChangeFeed feed,
            FeatureDesk features,
            Guardrails guardrails,
            ShopFacts facts,
            Control control,
            ShopForecasts forecasts,
            Decider<PriceQuestion, PriceChange> prices,
            Decider<ReplenishmentQuestion, Replenishment> orders) {
        this.live = live;
        this.gate = gate;
        this.platforms = platforms;
        this.tokens = storage.place()
                .<SubjectTokens>map(it -> new KeyedTokens(it.vault()))
                .orElseGet(SubjectTokens::recognisable);
        this.past = storage.past(live::state);
        this.people = new People(live, storage);
        this.feed = feed;
        this.features = features;
        this.guardrails = guardrails;
        this.commit = new Commit(live, guardrails, facts, control);
        this.forecasts = forecasts;
        this.prices = new Desk<>(live, prices);
        this.orders = new Desk<>(live, orders);
    }

    @Override
    public Acceptance accept(TwinEvent event) {
        return live.accept(event);
    }

    @Override
    public LoadReport load(Stream<? extends TwinEvent> events) {
        return live.load(events.iterator());
    }

    @Override
    public CompletionStage<Acceptance> offer(TwinEvent event) {
        return live.offer(event);
    }

    @Override
    public Backlog backlog() {
        return live.backlog();
    }

    @Override
    public Quarantine quarantine() {
        return gate.quarantine(live);
    }

    @Override
    public QualityReport quality() {
        return gate.report();
    }

    @Override
    public Inbox inbox(Source platform, PayloadTranslator translator, SignatureVerifier verifier) {
        return platforms.inbox(platform, translator, Optional.of(verifier));
    }

    @Override
    public Inbox inbox(Source platform, PayloadTranslator translator) {
        return platforms.inbox(platform, translator, Optional.empty());
    }

    @Override
    public Reconciliation reconciliation(Reconciler platform) {
        return platforms.reconciliation(platform);
    }

    @Override
    public SubjectTokens tokens() {
        return tokens;
    }

    @Override
    public Optional<TwinState> knownAt(long revision) {
        return past.knownAt(revision);
    }

    @Override
    public TwinState state() {
        return live.state();
    }

    @Override
    public Flow.Publisher<StateChange> changes(Subscription wishes) {
        return feed.changes(wishes);
    }

    @Override
    public Erasure erase(SubjectId subject, Actor by) {
        return people.erase(subject, by);
    }

    @Override
    public long export(SubjectId subject, OutputStream out) throws IOException {
        return people.export(subject, out);
    }

    @Override
    public LiveFeatures features() {
        return features;
    }

    @Override
    public Forecasting forecasting() {
        return new Forecasting() {
            @Override
            public Optional<DemandForecast> demand(Sku sku, Channel channel, int days) {
                return forecasts.of(live.state(), sku, channel, live.now(), days);
            }

            @Override
            public Optional<DemandForecast> demand(Sku sku, int days) {
                return forecasts.of(live.state(), sku, live.now(), days);
            }
        };
    }

    @Override
    public Pricing pricing() {
        return new Pricing() {
            @Override
            public Decision<PriceChange> recommend(Sku sku, Channel channel) {
                return prices.answer(new PriceQuestion(sku, channel, live.now()));
            }

            @Override
            public Decider<PriceQuestion, PriceChange> decider() {
                return prices.decider();
            }
        };
    }

    @Override
    public Inventory inventory() {
        return new Inventory() {
            @Override
            public Decision<Replenishment> recommend(Sku sku, NodeId node) {
                return orders.answer(new ReplenishmentQuestion(sku, node, live.now()));
            }

            @Override
            public Decider<ReplenishmentQuestion, Replenishment> decider() {
                return orders.decider();
            }
        };
    }

    @Override
    public Outcome apply(Decision<?> decision) {
        return commit.apply(decision);
    }

    @Override
    public Outcome approve(Decision<?> decision, Actor by, String comment) {
        return judged(
                DecisionApproved.of(decision.id(), by, live.nextMoment(), comment), OutcomeKind.APPROVED, by, comment);
    }

    @Override
    public Outcome reject(Decision<?> decision, Actor by, String comment) {
        return judged(
                DecisionRejected.of(decision.id(), by, live.nextMoment(), comment), OutcomeKind.REJECTED, by, comment);
    }

    /** A word on a decision that is not kept was not said. */
    private Outcome judged(TwinAct word, OutcomeKind kind, Actor by, String comment) {
        return live.act(() -> {
            var told = live.accept(word);
            var decision = DecisionId.of(word.document().id());
            return live.note(
                    told instanceof Acceptance.Unavailable full
                            ? new Outcome(decision, OutcomeKind.REFUSED, live.now(), full.reason())
                            : new Outcome(decision, kind, live.now(), by.role() + ": " + comment));
        });
    }

    /** Acting stops before anything is written, so that a full disk cannot keep it going. */
    @Override
    public void stop(Actor by, String reason) {
        live.halt();
        act(
                "kill switch engaged",
                KillSwitchChanged.of(true, by, live.nextMoment(), reason),
                by.role() + ": " + reason);
    }

    @Override
    public void release(Actor by, String reason) {
        var word = KillSwitchChanged.of(false, by, live.nextMoment(), reason);
        if (act("kill switch released", word, by.role() + ": " + reason)) {
            live.resume();
        }
    }

    @Override
    public void grant(Capability capability, Autonomy level, Actor by) {
        var now = live.nextMoment();
        var entity = new Entity(EntityKind.TWIN, "autonomy:" + capability);
        var header = EventHeader.of(TwinAct.TWIN, entity + "@" + now, entity, now);
        var word = new AutonomyChanged(header, capability, level.name(), by);
        act("autonomy changed", word, "%s: %s by %s".formatted(capability, level, by.role()));
    }

    @Override
    public void install(RuleSet rules, Actor by) {
        guardrails.install(guardrails.compile(rules));
        var now = live.nextMoment();
        var header = EventHeader.of(
                TwinAct.TWIN, "rules:" + rules.contentHash() + "@" + now, new Entity(EntityKind.TWIN, "rules"), now);
        var word = new RulesInstalled(header, rules.name(), rules.contentHash(), by);
        act("rules installed", word, rules.name() + " " + rules.contentHash());
    }

    /** Lets an act happen and writes it down; whether it will be remembered. */
    private boolean act(String what, TwinAct act, String detail) {
        return live.act(() -> {
            var told = live.accept(act);
            var unkept = told instanceof Acceptance.Unavailable full ? " (not kept: %s)".formatted(full.reason()) : "";
            note(what, detail + unkept);
            return told.isKnown();
        });
    }

    private void note(String what, String detail) {
        live.note(what, detail);
    }

    @Override
    public Scenario scenario() {
        return new Branch(live.state());
    }

    @Override
    public KpiScorecard scorecard(LocalDate from, LocalDate until) {
        return Scorecards.of(live.state(), from, until);
    }

    @Override
    public AuditTrail audit() {
        return live.audit();
    }

    @Override
    public void close() {
        List.<Runnable>of(platforms::close, feed::close, features::close, live::close, guardrails::close)
                .forEach(DefaultTwin::closed);
    }

    /** What cannot be closed must not keep the rest open. */
    private static void closed(Runnable part) {
        try {
            part.run();
        } catch (RuntimeException failed) {
            LOG.error("A part of the twin could not be closed", failed);
        }
    }
}
