package dev.storetwin.core;

import dev.storetwin.Twin;
import dev.storetwin.audit.AuditTrail;
import dev.storetwin.core.crypto.Vault;
import dev.storetwin.core.experiment.Explorer;
import dev.storetwin.core.feature.FeatureCatalogue;
import dev.storetwin.core.feature.ServedLogOptions;
import dev.storetwin.core.forecast.ForecastMethods;
import dev.storetwin.core.forecast.ShopForecasts;
import dev.storetwin.core.guardrail.Guardrails;
import dev.storetwin.core.guardrail.KeptRuleSets;
import dev.storetwin.core.guardrail.RulesOnDisk;
import dev.storetwin.core.guardrail.SheetCompiler;
import dev.storetwin.core.inventory.InventoryOptions;
import dev.storetwin.core.inventory.TransferOptions;
import dev.storetwin.core.journal.Alarm;
import dev.storetwin.core.journal.Disk;
import dev.storetwin.core.journal.DurabilityOptions;
import dev.storetwin.core.journal.FileDisk;
import dev.storetwin.core.journal.SmallFile;
import dev.storetwin.core.memory.DirectoryStorage;
import dev.storetwin.core.memory.Storage;
import dev.storetwin.core.monitor.CpuClock;
import dev.storetwin.core.monitor.ThreadCpu;
import dev.storetwin.core.pricing.PricingOptions;
import dev.storetwin.core.pricing.promotion.ShopPromotions;
import dev.storetwin.core.state.Workers;
import dev.storetwin.core.state.feed.ChangeFeed;
import dev.storetwin.core.state.quality.RefusedEvents;
import dev.storetwin.core.thread.Opened;
import dev.storetwin.decision.Autonomy;
import dev.storetwin.decision.CostBudget;
import dev.storetwin.decision.Permissions;
import dev.storetwin.experiment.Exploration;
import dev.storetwin.feature.Feature;
import dev.storetwin.guardrail.Guardrail;
import dev.storetwin.guardrail.Limit;
import dev.storetwin.guardrail.RuleCache;
import dev.storetwin.guardrail.RuleCompiler;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.inventory.ReplenishmentPlanner;
import dev.storetwin.inventory.TransferPlanner;
import dev.storetwin.monitor.CostAlert;
import dev.storetwin.platform.ActionWriter;
import dev.storetwin.platform.InboxSettings;
import dev.storetwin.platform.ReconciliationPlan;
import dev.storetwin.pricing.PricePlanner;
import dev.storetwin.type.Capability;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Puts a twin together. The only place where rooms meet, and the only one that knows the wall clock. */
public final class StoreTwinBuilder {

    private ZoneId zone = ZoneOffset.UTC;
    private Currency currency = Currency.getInstance("EUR");
    private Clock clock = Clock.systemUTC();
    private long seed = 1;
    private Optional<RuleSet> rules = Optional.empty();
    private Optional<RuleCompiler> ownCompiler = Optional.empty();
    private final List<Guardrail<?>> guardrails = new ArrayList<>();
    private List<Limit> limits = List.of();
    private Optional<ActionWriter> writer = Optional.empty();
    private final Map<Capability, Autonomy> autonomy = new TreeMap<>();
    private ApprovalOptions approvals = ApprovalOptions.DEFAULT;
    private Optional<Permissions> permissions = Optional.empty();
    private final Map<Capability, CostBudget> budgets = new TreeMap<>();
    private Consumer<CostAlert> costAlerts = alert -> {};
    private Optional<CpuClock> cpuClock = Optional.empty();
    private Exploration exploration = Exploration.NONE;
    private Optional<AuditTrail> audit = Optional.empty();
    private Optional<Path> directory = Optional.empty();
    private DurabilityOptions durability = DurabilityOptions.DEFAULT;
    private Optional<Vault> vault = Optional.empty();
    private Disk disk = new FileDisk();
    private Optional<Alarm> alarm = Optional.empty();
    private Workers workers = Workers.CALLER;
    private QualityOptions quality = QualityOptions.DEFAULT;
    private InboxSettings inboxes = InboxSettings.DEFAULT;
    private ReconciliationPlan reconciliation = ReconciliationPlan.USUAL;
    private FeatureCatalogue catalogue = FeatureCatalogue.ofShop();
    private Optional<ServedLogOptions> servedLog = Optional.empty();
    private PricingOptions pricing = PricingOptions.DEFAULT;
    private Optional<PricePlanner> ownPricing = Optional.empty();
    private InventoryOptions inventory = InventoryOptions.DEFAULT;
    private Optional<ReplenishmentPlanner> ownInventory = Optional.empty();
    private TransferOptions transfers = TransferOptions.DEFAULT;
    private Optional<TransferPlanner> ownTransfers = Optional.empty();

    StoreTwinBuilder() {}

    /** The shop's time zone; its days are the twin's days. UTC unless set. */
    public StoreTwinBuilder zone(ZoneId shop) {
        zone = shop;
        return this;
    }

    /** The currency that the shop reports in. EUR unless set. */
    public StoreTwinBuilder currency(Currency reporting) {
        currency = reporting;
        return this;
    }

    /** Where the twin reads the time. The system's clock unless set; beyond the years 1 to 9999 it counts as standing at their edge. */
    public StoreTwinBuilder clock(Clock host) {
        clock = new CalendarClock(host);
        return this;
    }

    /**
     * Where the twin keeps what it hears, so that it survives its process. One directory, one twin. Without it the twin lives in memory alone.
     */
    public StoreTwinBuilder dataDirectory(Path own) {
        directory = Optional.of(own);
        return this;
    }

    /** How the data directory is kept. */
    public StoreTwinBuilder durability(DurabilityOptions options) {
        durability = options;
        return this;
    }

    /**
     * What seals personal values in the data directory. A vault over keys in the directory unless set; whoever opened this one closes it.
     */
    public StoreTwinBuilder vault(Vault host) {
        vault = Optional.of(host);
        return this;
    }

    /** How the twin looks at what comes in. */
    public StoreTwinBuilder quality(QualityOptions options) {
        quality = options;
        return this;
    }

    /** How much the inbox of a platform holds. */
    public StoreTwinBuilder inboxes(InboxSettings settings) {
        inboxes = settings;
        return this;
    }

    /** How often and how carefully platforms are asked for their lists. */
    public StoreTwinBuilder reconciliation(ReconciliationPlan plan) {
        reconciliation = plan;
        return this;
    }

    /**
     * Where the twin may do parts of large works side by side: folding a history, starting again, planning many orders. The answers are the same without it.
     *
     * @param parallelism how many threads may work at once, the caller's included
     */
    public StoreTwinBuilder executor(Executor host, int parallelism) {
        workers = Workers.of(host, parallelism);
        return this;
    }

    /** For tests of failing disks. */
    StoreTwinBuilder disk(Disk other) {
        disk = other;
        return this;
    }

    /** For tests of what is forced in time. */
    StoreTwinBuilder alarm(Alarm other) {
        alarm = Optional.of(other);
        return this;
    }

    /** What all draws depend on. The same events, questions and seed give the same answers. */
    public StoreTwinBuilder seed(long number) {
        seed = number;
        return this;
    }

    /** The merchant's rules. Without rules and guardrails all answers are advice only. */
    public StoreTwinBuilder guardrails(RuleSet ruleSet) {
        rules = Optional.of(ruleSet);
        return this;
    }

    /**
     * What compiles rules, with settings of the host's own: such as one that lets rules use the host's types. The one that is found on the class
     * path unless set.
     */
    public StoreTwinBuilder ruleCompiler(RuleCompiler host) {
        ownCompiler = Optional.of(host);
        return this;
    }

    /** A guardrail in plain Java, beside the rules. */
    public StoreTwinBuilder guardrail(Guardrail<?> guardrail) {
        guardrails.add(guardrail);
        return this;
    }

    /** The merchant's numbers that rules look at. */
    public StoreTwinBuilder limits(List<Limit> numbers) {
        limits = List.copyOf(numbers);
        return this;
    }

    /** What carries actions out. Without it the twin only advises. */
    public StoreTwinBuilder writer(ActionWriter platform) {
        writer = Optional.of(platform);
        return this;
    }

    /**
     * How far the twin may go alone. {@link Autonomy#ADVISE} unless set. What an operator grants counts more.
     *
     * @throws IllegalArgumentException for {@link Autonomy#CANARY}, which is granted by an operator, with a share
     */
    public StoreTwinBuilder autonomy(Capability capability, Autonomy level) {
        if (level == Autonomy.CANARY) {
            throw new IllegalArgumentException(
                    "CANARY needs the share of keys that are in it.\nMaybe call twin.controls().grantCanary.");
        }
        autonomy.put(capability, level);
        return this;
    }

    /** How actions wait for a yes. A day, and one yes is enough, unless set. */
    public StoreTwinBuilder approvals(ApprovalOptions options) {
        approvals = options;
        return this;
    }

    /** Which role may do what. Everybody may do everything unless set; from then on what is not named is denied. */
    public StoreTwinBuilder roles(Permissions rights) {
        permissions = Optional.of(rights);
        return this;
    }

    /**
     * What the questions of a capability may cost. Any amount unless set; with it, what they cost is counted, and when the budget runs short
     * answers take less work, and say so: {@link dev.storetwin.Controls#costs()} tells where it stands.
     *
     * @throws IllegalArgumentException for a capability that answers no questions yet
     */
    public StoreTwinBuilder budget(Capability capability, CostBudget budget) {
        if (capability != Capability.PRICING && capability != Capability.INVENTORY) {
            throw new IllegalArgumentException(
                    "%s answers no questions, so it costs nothing.\nMaybe PRICING or INVENTORY is meant."
                            .formatted(capability));
        }
        budgets.put(capability, budget);
        return this;
    }

    /**
     * Who hears when answers take less work than before, or more again, and when a budget is less than it seems. On the thread of whoever asked, so it must not keep that waiting; what
     * it throws is logged.
     */
    public StoreTwinBuilder costAlerts(Consumer<CostAlert> host) {
        costAlerts = host;
        return this;
    }

    /** For tests of what answers cost. */
    StoreTwinBuilder cpuClock(CpuClock other) {
        cpuClock = Optional.of(other);
        return this;
    }

    /** How often something other than the best is tried. Never unless set. */
    public StoreTwinBuilder exploration(Exploration rate) {
        exploration = rate;
        return this;
    }

    /** Where decisions and outcomes are written down. In the data directory unless set; without one in memory, where it grows with
     * every answer. The caller closes what the caller opened. */
    public StoreTwinBuilder audit(AuditTrail trail) {
        audit = Optional.of(trail);
        return this;
    }

    /**
     * A feature of the host's own, beside the shop's.
     *
     * @throws IllegalArgumentException when its name is taken by a feature of another content
     */
    public StoreTwinBuilder feature(Feature own) {
        catalogue = catalogue.with(List.of(own));
        return this;
    }

    /**
     * Writes down what {@link Twin#features()} serves, so that it can be computed again and compared. In the data directory; without one in
     * memory. Not kept unless set.
     */
    public StoreTwinBuilder servedLog(ServedLogOptions options) {
        servedLog = Optional.of(options);
        return this;
    }

    /** How prices are planned. */
    public StoreTwinBuilder pricing(PricingOptions options) {
        pricing = options;
        return this;
    }

    /** The host's own way to plan prices; guardrails, choice and audit stay the same. */
    public StoreTwinBuilder pricing(PricePlanner planner) {
        ownPricing = Optional.of(planner);
        return this;
    }

    /** How orders are planned. */
    public StoreTwinBuilder inventory(InventoryOptions options) {
        inventory = options;
        return this;
    }

    /** The host's own way to plan orders; guardrails, choice and audit stay the same. */
    public StoreTwinBuilder inventory(ReplenishmentPlanner planner) {
        ownInventory = Optional.of(planner);
        return this;
    }

    /** How transfers between nodes are planned: lanes, limits of nodes, depots. */
    public StoreTwinBuilder transfers(TransferOptions options) {
        transfers = options;
        return this;
    }

    /** The host's own way to plan transfers; guardrails, choice and audit stay the same. */
    public StoreTwinBuilder transfers(TransferPlanner planner) {
        ownTransfers = Optional.of(planner);
        return this;
    }

    /**
     * A twin that is ready, its rules compiled. Takes seconds when there are rules.
     *
     * @throws dev.storetwin.guardrail.RuleSetRefused when a rule cannot be used; the message names file and line
     * @throws java.io.UncheckedIOException           when the data directory cannot be used: another twin has it, or it is damaged
     */
    public Twin build() {
        return assemble(it -> it.begin(rules));
    }

    /**
     * A twin at once, its rules compiled on a thread of its own. Until they are in force every action is blocked with that reason, and for
     * good when they cannot be used: {@link dev.storetwin.Rules#ready()} tells. What lies in the data directory is still read first.
     *
     * @throws java.io.UncheckedIOException when the data directory cannot be used: another twin has it, or it is damaged
     */
    public Twin buildAsync() {
        return assemble(it -> rules.ifPresentOrElse(it::beginLater, () -> it.begin(rules)));
    }

    private Storage storage() {
        return directory
                .<Storage>map(it -> DirectoryStorage.open(
                        new DirectoryStorage.Shop(
                                it, disk, alarm.orElseGet(Alarm::onThread), vault, zone, currency, clock, workers),
                        durability))
                .orElseGet(() -> Storage.inMemory(zone, currency, workers));
    }

    /** What a twin kept, opened once more without its host. */
    static DirectoryStorage reopened(Path directory, Disk disk, DecisionSettings settings) {
        var shop = new DirectoryStorage.Shop(
                directory,
                disk,
                Alarm.onThread(),
                Optional.empty(),
                settings.zone(),
                settings.currency(),
                Clock.systemUTC(),
                Workers.CALLER);
        return DirectoryStorage.open(shop, DurabilityOptions.DEFAULT);
    }

    /** @param catalogue of the features that rules may name */
    static RuleCompiler ruleCompiler(FeatureCatalogue catalogue) {
        return new SheetCompiler(installedCompiler(), catalogue);
    }

    private RuleCompiler ruleCompiler() {
        return new SheetCompiler(ownCompiler.or(StoreTwinBuilder::installedCompiler), catalogue);
    }

    private static Optional<RuleCompiler> installedCompiler() {
        return ServiceLoader.load(RuleCompiler.class, StoreTwinBuilder.class.getClassLoader())
                .findFirst();
    }

    /** What was opened before a step that fails is closed again. */
    private Twin assemble(Consumer<LiveRules> beginning) {
        var opened = new Opened();
        try {
            var storage = opened.add(storage());
            var ruleSets = ruleSets(storage);
            var rails =
                    opened.add(new Guardrails(ruleCompiler(), ruleCache(storage), ruleSets, List.copyOf(guardrails)));
            return assemble(opened, rails, ruleSets, storage, opened.add(qualityGate(storage)), beginning);
        } catch (RuntimeException | Error unusable) {
            opened.close();
            throw unusable;
        }
    }

    static KeptRuleSets ruleSets(Storage storage) {
        return storage.place()
                .map(it -> KeptRuleSets.in(it.disk(), it.resolve("rule-sets")))
                .orElseGet(KeptRuleSets::inMemory);
    }

    static RuleCache ruleCache(Storage storage) {
        return storage.place()
                .<RuleCache>map(it -> new RulesOnDisk(it.disk(), it.resolve("rules")))
                .orElse(RuleCache.NONE);
    }

    private QualityGate qualityGate(Storage storage) {
        var codec = storage.codec();
        try {
            var place = storage.place();
            var refused = place.isEmpty()
                    ? RefusedEvents.inMemory(codec, quality.quarantine())
                    : RefusedEvents.open(
                            place.get().disk(), place.get().resolve("quarantine"), codec, quality.quarantine());
            var paces = place.map(it -> new SmallFile(it.disk(), it.path(), "heartbeats", QualityGate.PACES));
            return new QualityGate(quality, storage.state(), refused, paces, workers, clock);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable.getMessage(), unusable);
        }
    }

    /** The order in which parts are added is that in which each needs the ones before it, to its very end. */
    private Twin assemble(
            Opened opened,
            Guardrails rails,
            KeptRuleSets ruleSets,
            Storage storage,
            QualityGate qualityGate,
            Consumer<LiveRules> beginning) {
        var host = new HostCode(ownPricing, ownInventory, ownTransfers, List.copyOf(guardrails), catalogue);
        var settings = settings(host);
        var kept = KeptSettings.of(storage);
        kept.keep(settings);
        var deciders = Deciders.of(settings, host, rails::gate);
        var forecasts = new ShopForecasts(ForecastMethods.usual(), inventory.historyDays());
        var feed = opened.add(new ChangeFeed());
        var live = opened.add(new LiveShop(
                storage, qualityGate, audit.orElseGet(storage::audit), clock, List.of(new ChangeListener(feed))));
        var access = new Access(live, permissions);
        var control = new Control(Map.copyOf(autonomy), writer, approvals);
        var queue = new Approvals(live, approvals);
        var killSwitch = new KillSwitch(live);
        var commit =
                new Commit(live, killSwitch, rails, deciders.facts(), control, queue, new Explorer(seed, exploration));
        var costs = new Costs(live, budgets, zone, cpuClock(), costAlerts);
        var controls = new LiveControls(live, access, killSwitch, commit, queue, costs);
        var decisions = new LiveDecisions(
                live.audit(), storage, live::state, new Reproducing.Parts(kept, ruleSets, rails, host));
        var rules = opened.add(new LiveRules(live, access, rails, decisions));
        beginning.accept(rules);
        var served = opened.add(ServedFeatures.open(servedLog, storage));
        var desk = new FeatureDesk(catalogue, served, live, storage, clock);
        var platforms = opened.add(new LivePlatforms(access, storage.place(), clock, inboxes, reconciliation));
        var risk = new StockOutRisk(desk.publisher());
        var plans = new PlanDesk(live, deciders, control, rails::gate, workers, risk);
        var desks =
                Desks.of(live, deciders.within(costs, settings, host, rails::gate), deciders, control, costs, plans);
        return new DefaultTwin(
                opened,
                live,
                qualityGate,
                platforms,
                storage,
                feed,
                desk,
                access,
                controls,
                rules,
                forecasts,
                desks,
                new ShopPromotions(pricing.taxRate()),
                decisions);
    }

    private CpuClock cpuClock() {
        return cpuClock.orElseGet(() -> {
            var ofThreads = new ThreadCpu();
            budgets.values().stream().flatMap(it -> it.cpu().stream()).forEach(limit -> ofThreads.require());
            return ofThreads;
        });
    }

    private DecisionSettings settings(HostCode host) {
        return new DecisionSettings(
                zone,
                currency,
                seed,
                exploration,
                limits,
                pricing,
                inventory,
                Optional.of(transfers),
                autonomy,
                host.names());
    }
}
