package dev.storetwin.core.pricing.markdown;

import dev.storetwin.core.random.Draw;
import java.util.ArrayList;
import java.util.List;

/**
 * One course that a season took under a policy.
 *
 * @param periods that were played
 * @param left    units after the last
 * @param value   all that was earned, with salvage, less holding
 */
public record PlayedSeason(List<Played> periods, int left, double value) {

    public PlayedSeason {
        periods = List.copyOf(periods);
    }

    /**
     * One period.
     *
     * @param at   its beginning, with the rung that was asked
     * @param sold in it
     */
    public record Played(MarkdownMoment at, int sold) {}

    /**
     * Plays a season from its first moment on.
     *
     * @param season with the demand that comes true, whatever the policy thinks
     * @param chance one number per period is drawn from it, so that policies can be compared on the same luck
     */
    public static PlayedSeason of(MarkdownSeason season, MarkdownPolicy policy, Draw chance) {
        return of(season, policy, MarkdownMoment.first(season), chance);
    }

    /** Plays it from a moment on. */
    public static PlayedSeason of(MarkdownSeason season, MarkdownPolicy policy, MarkdownMoment first, Draw chance) {
        var periods = new ArrayList<Played>();
        var moment = first;
        var knowing = policy;
        double value = 0;
        while (moment.period() < season.periods()) {
            var asked = season.rules().moved(moment, knowing.rung(moment));
            int wanted = season.demand().at(asked.period(), asked.rung()).quantile(chance.nextOpenDouble());
            int sold = Math.min(wanted, asked.stock());
            value += season.earned(asked, sold);
            periods.add(new Played(asked, sold));
            knowing = knowing.after(asked, sold);
            moment = asked.next(sold, season.arrival(asked.period() + 1));
        }
        return new PlayedSeason(periods, moment.stock(), value + season.salvage() * moment.stock());
    }
}
