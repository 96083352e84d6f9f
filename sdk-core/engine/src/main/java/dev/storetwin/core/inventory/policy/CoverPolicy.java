package dev.storetwin.core.inventory.policy;

import java.util.List;

/**
 * Order up to what is expected to be asked for in lead time, review and some periods more.
 *
 * @param extra periods of safety
 */
record CoverPolicy(PanelForecaster by, int extra) implements ItemPolicy {

    @Override
    public String name() {
        return "cover +%d by %s".formatted(extra, by.name());
    }

    @Override
    public String family() {
        return "cover";
    }

    @Override
    public List<PanelForecaster> forecasters() {
        return List.of(by);
    }

    @Override
    public int reach(int lead, int review) {
        return lead + review + extra;
    }

    @Override
    public long order(OrderMoment moment, int item) {
        int periods = ItemPolicy.protectedPeriods(moment, item) + extra;
        double wanted = 0;
        for (int step = 1; step <= periods; step++) {
            wanted += moment.forecast(by, item).mean(step);
        }
        return ItemPolicy.upTo(wanted, moment, item);
    }
}
