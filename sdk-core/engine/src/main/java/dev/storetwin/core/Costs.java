package dev.storetwin.core;

import dev.storetwin.core.forecast.KeptForecasts;
import dev.storetwin.core.monitor.CostMeter;
import dev.storetwin.core.monitor.CpuClock;
import dev.storetwin.core.thread.ForeignCode;
import dev.storetwin.decision.CostBudget;
import dev.storetwin.monitor.CostAlert;
import dev.storetwin.monitor.CostReport;
import dev.storetwin.type.Capability;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The cost of all capabilities that have a budget. Every step is a log line, a line in the audit trail, and news for the host. */
final class Costs {

    private static final Logger LOG = LoggerFactory.getLogger(Costs.class);

    private final LiveShop live;
    private final Consumer<CostAlert> host;
    private final Map<Capability, Account> accounts = new TreeMap<>();

    /**
     * What belongs to one budget.
     *
     * @param kept models that may be used again
     */
    record Account(CostMeter meter, KeptForecasts kept) {}

    /** @param host hears of every step */
    Costs(LiveShop live, Map<Capability, CostBudget> budgets, ZoneId zone, CpuClock cpu, Consumer<CostAlert> host) {
        this.live = live;
        this.host = host;
        budgets.forEach((capability, budget) ->
                accounts.put(capability, account(new CostMeter.Scope(capability, budget, zone), cpu)));
    }

    private Account account(CostMeter.Scope scope, CpuClock cpu) {
        var kept = new KeptForecasts(scope.budget().keptBytes(), scope.budget().longestKept());
        return new Account(new CostMeter(scope, kept, cpu, live.now(), this::tell), kept);
    }

    /** Empty when it has no budget. */
    Optional<Account> of(Capability capability) {
        return Optional.ofNullable(accounts.get(capability));
    }

    Optional<CostMeter> meter(Capability capability) {
        return of(capability).map(Account::meter);
    }

    CostReport report() {
        var now = live.now();
        return new CostReport(
                now,
                accounts.values().stream().map(it -> it.meter().report(now)).toList());
    }

    private void tell(CostAlert alert) {
        LOG.warn("Cost of {}", alert.words());
        live.note("cost budget", alert.words());
        try {
            host.accept(alert);
        } catch (Throwable broken) {
            ForeignCode.outlive(broken);
            LOG.error("The host's listener to costs failed at: {}", alert.words(), broken);
        }
    }
}
