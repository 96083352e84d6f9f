package dev.storetwin.core;

import dev.storetwin.Backlog;
import dev.storetwin.Controls;
import dev.storetwin.Decisions;
import dev.storetwin.Forecasting;
import dev.storetwin.Inventory;
import dev.storetwin.LiveFeatures;
import dev.storetwin.LoadReport;
import dev.storetwin.People;
import dev.storetwin.Platforms;
import dev.storetwin.Pricing;
import dev.storetwin.Rules;
import dev.storetwin.Twin;
import dev.storetwin.audit.AuditTrail;
import dev.storetwin.audit.Outcome;
import dev.storetwin.core.forecast.ShopForecasts;
import dev.storetwin.core.memory.Past;
import dev.storetwin.core.memory.Storage;
import dev.storetwin.core.monitor.Scorecards;
import dev.storetwin.core.pricing.promotion.ShopPromotions;
import dev.storetwin.core.simulation.Branch;
import dev.storetwin.core.state.feed.ChangeFeed;
import dev.storetwin.core.thread.Opened;
import dev.storetwin.decision.Decision;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.monitor.KpiScorecard;
import dev.storetwin.monitor.QualityReport;
import dev.storetwin.simulation.Scenario;
import dev.storetwin.state.Acceptance;
import dev.storetwin.state.Quarantine;
import dev.storetwin.state.StateChange;
import dev.storetwin.state.Subscription;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Actor;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Sku;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

/** The front door over one live shop. */
final class DefaultTwin implements Twin {

    private final Opened opened;
    private final LiveShop live;
    private final QualityGate qualityGate;
    private final LivePlatforms platforms;
    private final Past past;
    private final People people;
    private final ChangeFeed feed;
    private final FeatureDesk features;
    private final Access access;
    private final LiveControls controls;
    private final LiveRules rules;
    private final ShopForecasts forecasts;
    private final Pricing pricing;
    private final Inventory inventory;
    private final Decisions decisions;

    /** @param opened all that has to be closed, this twin's parts among them */
    DefaultTwin(
            Opened opened,
            LiveShop live,
            QualityGate qualityGate,
            LivePlatforms platforms,
            Storage storage,
            ChangeFeed feed,
            FeatureDesk features,
            Access access,
            LiveControls controls,
            LiveRules rules,
            ShopForecasts forecasts,
            Desks desks,
            ShopPromotions promotions,
            Decisions decisions) {
        this.opened = opened;
        this.live = live;
        this.qualityGate = qualityGate;
        this.platforms = platforms;
        this.past = storage.past(live::state);
        this.feed = feed;
        this.features = features;
        this.access = access;
        this.controls = controls;
        this.people = new LivePeople(live, access, qualityGate, platforms, storage);
        this.rules = rules;
        this.forecasts = forecasts;
        this.pricing = new LivePricing(
                live, desks, new ReturnCost(features.published()), new OwnElasticity(features.publisher()), promotions);
        this.inventory = new LiveInventory(live, desks);
        this.decisions = decisions;
    }

    @Override
    public Acceptance accept(TwinEvent event) {
        Arguments.given("event", event);
        return access.accept(event);
    }

    @Override
    public LoadReport load(Stream<? extends TwinEvent> events) {
        Arguments.given("events", events);
        return access.load(events);
    }

    @Override
    public CompletionStage<Acceptance> offer(TwinEvent event) {
        Arguments.given("event", event);
        return access.offer(event);
    }

    @Override
    public Backlog backlog() {
        return live.backlog();
    }

    @Override
    public Quarantine quarantine() {
        return qualityGate.quarantine(live);
    }

    @Override
    public QualityReport quality() {
        return qualityGate.report();
    }

    @Override
    public Platforms platforms() {
        return platforms;
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
        Arguments.given("wishes", wishes);
        return feed.changes(wishes);
    }

    @Override
    public People people() {
        return people;
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
                Arguments.given("sku, channel", sku, channel);
                return forecasts.of(live.state(), sku, channel, live.now(), days);
            }

            @Override
            public Optional<DemandForecast> demand(Sku sku, int days) {
                Arguments.given("sku", sku);
                return forecasts.of(live.state(), sku, live.now(), days);
            }
        };
    }

    @Override
    public Pricing pricing() {
        return pricing;
    }

    @Override
    public Inventory inventory() {
        return inventory;
    }

    @Override
    public Outcome apply(Decision<?> decision, Actor by) {
        Arguments.given("decision, by", decision, by);
        return controls.apply(decision, by);
    }

    @Override
    public Decisions decisions() {
        return decisions;
    }

    @Override
    public Controls controls() {
        return controls;
    }

    @Override
    public Rules rules() {
        return rules;
    }

    @Override
    public Scenario scenario() {
        return new Branch(live.state());
    }

    @Override
    public KpiScorecard scorecard(LocalDate from, LocalDate until) {
        Arguments.given("from, until", from, until);
        return Scorecards.of(live.state(), from, until);
    }

    @Override
    public AuditTrail audit() {
        return live.audit();
    }

    /** Once; what is closed already stays so. */
    @Override
    public void close() {
        live.requireMayWait("Twin.close()");
        platforms.requireMayWait("Twin.close()");
        opened.close();
    }
}
