package dev.storetwin.core.pricing.markdown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The best of all policies of a tiny season, found by trying every one: a rung for each moment that can be reached. */
final class AllPolicies {

    private final MarkdownSeason season;
    private final Map<MarkdownMoment, List<Integer>> open = new LinkedHashMap<>();

    AllPolicies(MarkdownSeason season) {
        this.season = season;
        reach(first());
    }

    private MarkdownMoment first() {
        int moves = Math.min(season.rules().mostMoves(), 9);
        return new MarkdownMoment(0, season.stock() + season.arrival(0), 0, moves, 0);
    }

    private void reach(MarkdownMoment at) {
        if (at.period() == season.periods() || open.containsKey(at)) {
            return;
        }
        var rungs = new ArrayList<Integer>();
        for (int rung = 0; rung < season.rungs(); rung++) {
            boolean moves = rung != at.rung();
            boolean forbidden = (moves && (at.pause() > 0 || at.movesLeft() == 0))
                    || (season.rules().fallingOnly() && rung < at.rung());
            if (!forbidden) {
                rungs.add(rung);
            }
        }
        open.put(at, rungs);
        for (int rung : rungs) {
            for (int sold = 0; sold <= at.stock(); sold++) {
                reach(after(at, rung, sold));
            }
        }
    }

    private MarkdownMoment after(MarkdownMoment at, int rung, int sold) {
        boolean moved = rung != at.rung();
        return new MarkdownMoment(
                at.period() + 1,
                at.stock() - sold + season.arrival(at.period() + 1),
                rung,
                moved ? at.movesLeft() - 1 : at.movesLeft(),
                moved ? season.rules().periodsApart() - 1 : Math.max(0, at.pause() - 1));
    }

    double count() {
        return open.values().stream().mapToDouble(List::size).reduce(1, (a, b) -> a * b);
    }

    double best() {
        var moments = List.copyOf(open.keySet());
        var digits = new int[moments.size()];
        double best = Double.NEGATIVE_INFINITY;
        for (double policy = 0; policy < count(); policy++) {
            var rungs = new LinkedHashMap<MarkdownMoment, Integer>();
            for (int i = 0; i < digits.length; i++) {
                rungs.put(moments.get(i), open.get(moments.get(i)).get(digits[i]));
            }
            best = Math.max(best, value(first(), rungs));
            advance(digits, moments);
        }
        return best;
    }

    private void advance(int[] digits, List<MarkdownMoment> moments) {
        for (int i = 0; i < digits.length; i++) {
            digits[i] = (digits[i] + 1) % open.get(moments.get(i)).size();
            if (digits[i] != 0) {
                return;
            }
        }
    }

    private double value(MarkdownMoment at, Map<MarkdownMoment, Integer> rungs) {
        if (at.period() == season.periods()) {
            return season.salvage() * at.stock();
        }
        int rung = rungs.get(at);
        var demand = season.demand().at(at.period(), rung);
        double value = 0;
        for (int wanted = 0; wanted <= demand.last(); wanted++) {
            int sold = Math.min(wanted, at.stock());
            value += demand.chance(wanted)
                    * (season.prices().get(rung) * sold
                            - season.holding() * (at.stock() - sold)
                            + value(after(at, rung, sold), rungs));
        }
        return value;
    }
}
