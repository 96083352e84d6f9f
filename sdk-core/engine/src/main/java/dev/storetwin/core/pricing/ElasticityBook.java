package dev.storetwin.core.pricing;

import dev.storetwin.core.pricing.ElasticityPool.Member;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Sku;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The elasticities of all SKUs in all channels, estimated together from one state. It never changes.
 *
 * <p>Each SKU is estimated from its own weeks, then drawn to its category, the category to the shop, and the shop to what is usual. An
 * estimate above zero is refused: demand does not rise with the price, so something else moved both.
 */
public final class ElasticityBook {

    private static final String VERSION = "1";
    private static final double LEAST_SENSITIVE = -.1;

    private final Map<Sold, OwnElasticity> own;
    private final ElasticityPool pool;
    private final String version;
    private final OwnElasticity ofOthers;

    /** @param ofOthers what is said of a SKU and channel that is not among its own */
    private ElasticityBook(Map<Sold, OwnElasticity> own, ElasticityPool pool, String version, OwnElasticity ofOthers) {
        this.own = own;
        this.pool = pool;
        this.version = version;
        this.ofOthers = ofOthers;
    }

    /** A SKU in a channel. */
    private record Sold(Sku sku, Channel channel) {}

    /** Estimates from whole weeks before a Monday. */
    static ElasticityBook of(PriceRecord record, ElasticityOptions options) {
        var own = new HashMap<Sold, OwnElasticity>();
        var members = new ArrayList<Member>();
        record.forEach((sales, tide) -> {
            var estimate = WeeklyResponse.of(sales, tide).estimate(options.fewestWeeks());
            own.put(new Sold(sales.sku(), sales.channel()), estimate);
            if (estimate.isIdentified() && !WeeklyResponse.isCertainlyPositive(estimate)) {
                var category = record.category(sales.sku());
                members.add(new Member(category, estimate.estimate(), estimate.standardError()));
            }
        });
        return new ElasticityBook(
                own, ElasticityPool.of(members, options), VERSION + "-" + record.fingerprint(), OwnElasticity.NONE);
    }

    /** What is usual in the trade for every SKU, whatever the shop's history says. */
    public static ElasticityBook usual(ElasticityOptions options) {
        return new ElasticityBook(
                Map.of(), ElasticityPool.of(List.of(), options), VERSION + "-usual", OwnElasticity.UNREAD);
    }

    /** Every pair of SKU and channel gets an answer, also one that was never sold. */
    public ShrunkenElasticity of(TwinState state, Sku sku, Channel channel) {
        var said = own.getOrDefault(new Sold(sku, channel), ofOthers);
        var group = new Group(pool.group(PriceRecord.category(state, sku)), pool.spread());
        if (said.isIdentified() && said.estimate() < 0) {
            return group.shrunken(said);
        }
        if (said.isIdentified()) {
            return group.instead(
                    said,
                    ElasticityStatus.REFUSED,
                    "its own %.2f is refused: demand does not rise with the price".formatted(said.estimate()));
        }
        var status = pool.shop().members() == 0 ? ElasticityStatus.UNIDENTIFIED : ElasticityStatus.POOLED;
        return group.instead(said, status, said.problem().orElseThrow());
    }

    /** Elasticity of all SKUs together, and how many it was learned from. */
    public int estimated() {
        return pool.shop().members();
    }

    /** Changes whenever the elasticities could be others. */
    public String version() {
        return version;
    }

    /**
     * What a SKU is drawn to.
     *
     * @param spread of true elasticities around the mean
     */
    private record Group(ElasticityPool.Mean mean, double spread) {

        double deviation() {
            return Math.hypot(spread, mean.error());
        }

        ShrunkenElasticity shrunken(OwnElasticity said) {
            double ownWeight = 1 / (said.standardError() * said.standardError());
            double groupWeight = 1 / (deviation() * deviation());
            double drawn = (ownWeight * said.estimate() + groupWeight * mean.value()) / (ownWeight + groupWeight);
            return answer(
                    drawn,
                    Math.sqrt(1 / (ownWeight + groupWeight)),
                    ElasticityStatus.ESTIMATED,
                    String.format(
                            Locale.ROOT,
                            "its own %.2f +- %.2f from %d weeks, drawn to %.2f of %s",
                            said.estimate(),
                            said.standardError(),
                            said.weeks(),
                            mean.value(),
                            mean.name()),
                    said);
        }

        ShrunkenElasticity instead(OwnElasticity said, ElasticityStatus status, String why) {
            var reason = String.format(Locale.ROOT, "%.2f of %s is used: %s", mean.value(), mean.name(), why);
            return answer(mean.value(), deviation(), status, reason, said);
        }

        private static ShrunkenElasticity answer(
                double value, double error, ElasticityStatus status, String reason, OwnElasticity said) {
            return value <= LEAST_SENSITIVE
                    ? new ShrunkenElasticity(value, error, status, reason, said)
                    : new ShrunkenElasticity(
                            LEAST_SENSITIVE,
                            error,
                            status,
                            reason + "; not less sensitive than %s".formatted(LEAST_SENSITIVE),
                            said);
        }
    }
}
