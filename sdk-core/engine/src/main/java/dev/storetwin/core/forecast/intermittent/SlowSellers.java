package dev.storetwin.core.forecast.intermittent;

import dev.storetwin.core.forecast.distribution.Steps;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.DemandForecaster;
import dev.storetwin.forecast.TimeSeries;
import dev.storetwin.model.ModelCard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * The default for slow sellers: a linear pool of count distributions, whose shares would have had the least quantile loss in the
 * series' own past.
 *
 * <p>Alone, the shares stay near equal ones. Among peers they stay near those that do best for all of them, and scatter, level,
 * season and fading are drawn towards theirs too (empirical Bayes). Sales that fade faster than foretold lower the forecast; that
 * they grow faster does not raise it.
 */
public final class SlowSellers implements DemandForecaster {

    private static final String NAME = "slow-sellers";
    private static final String VERSION = "1";

    private final Peers peers;

    private SlowSellers(Peers peers) {
        this.peers = peers;
    }

    /** Each series by itself. */
    public static SlowSellers alone() {
        return new SlowSellers(Peers.NONE);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public DemandForecaster among(List<TimeSeries> panel, int horizon) {
        Steps.checkHorizon(horizon);
        return panel.size() > 1 ? new SlowSellers(Peers.of(panel, horizon)) : this;
    }

    @Override
    public DemandForecast forecast(TimeSeries series, int horizon) {
        Steps.checkHorizon(horizon);
        var history = Known.history(series);
        var season = peers.season(series, history);
        var members = new Members(history, peers.levels());
        var trial = Trial.of(history, season, horizon, members);
        var shares = peers.shares(trial);
        var parts = new ArrayList<Part>();
        for (int i = 0; i < Members.COUNT; i++) {
            if (shares[i] > 0) {
                parts.add(members.part(i, shares[i], peers.fading(trial, i), season, series.size(), horizon));
            }
        }
        return new SlowForecast(
                series.name(),
                history.unit(),
                history.isWhole(),
                parts,
                horizon,
                card(series, history, season, shares),
                Known.reason(
                        history,
                        peers.isAlone()
                                ? "a pool of count distributions that its own past would have liked best"
                                : "a pool of count distributions that its own past and that of its peers would have liked best"));
    }

    private static ModelCard card(TimeSeries series, History history, Profile season, double[] shares) {
        var settings = new TreeMap<String, String>();
        for (int i = 0; i < shares.length; i++) {
            settings.put("share_of_" + Members.name(i), String.format(Locale.ROOT, "%.6g", shares[i]));
        }
        if (season.period() > 1) {
            settings.put("season", Integer.toString(season.period()));
        }
        return Known.card(NAME, VERSION, series, history).withSettings(settings);
    }
}
