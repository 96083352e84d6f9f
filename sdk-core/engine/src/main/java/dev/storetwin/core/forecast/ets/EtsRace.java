package dev.storetwin.core.forecast.ets;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the model with the least AICc among several without searching all to the end: twice on the way, those that lie so far behind
 * that they no longer catch up give up.
 */
final class EtsRace {

    /** The distances are wide: by then a search has hardly more than that to gain. */
    private static final List<Stage> STAGES = List.of(new Stage(40, 12), new Stage(60, 6));

    private EtsRace() {}

    /** The fit of the best model, or of the first one when there are too few values to tell. */
    static EtsFit best(EtsSeries series, int period, List<EtsModel> models) {
        var running = new ArrayList<EtsSearch>();
        for (var model : models) {
            running.add(new EtsSearch(series, period, model, Criterion.LIKELIHOOD));
        }
        for (var stage : STAGES) {
            running.forEach(it -> it.untilPerParameter(stage.evaluations));
            double farthest = ahead(running).aicc() + stage.distance;
            running.removeIf(it -> it.aicc() > farthest);
        }
        running.forEach(EtsSearch::untilEnd);
        return ahead(running).fit();
    }

    /** Ties go to the earlier one. */
    private static EtsSearch ahead(List<EtsSearch> running) {
        var ahead = running.get(0);
        for (var it : running) {
            ahead = it.aicc() < ahead.aicc() ? it : ahead;
        }
        return ahead;
    }

    /**
     * When to look and who gives up.
     *
     * @param evaluations for each free parameter
     * @param distance    in AICc, that may be made good from there on
     */
    private record Stage(int evaluations, double distance) {}
}
