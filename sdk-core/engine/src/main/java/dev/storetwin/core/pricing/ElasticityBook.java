package dev.storetwin.core.pricing;

import dev.storetwin.core.pricing.elasticity.ElasticityAnswer;
import dev.storetwin.core.pricing.elasticity.ElasticityEstimator;
import dev.storetwin.core.pricing.elasticity.ElasticityInterval;
import dev.storetwin.core.pricing.elasticity.ElasticitySettings;
import dev.storetwin.core.pricing.elasticity.ElasticityStudy;
import dev.storetwin.core.pricing.response.PriceRecord;
import dev.storetwin.core.pricing.response.PriceRecord.Sold;
import dev.storetwin.core.pricing.response.SeenPrices;
import dev.storetwin.pricing.ElasticityStatus;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Sku;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The elasticities of all SKUs in all channels, estimated together from one state. It never changes.
 *
 * <p>The study draws each SKU to its category, the category to the shop, and the shop once to what is usual in the trade. What the
 * study says nothing of takes its category's or the shop's, and where nothing is identified, what is usual.
 */
public final class ElasticityBook {

    private static final String VERSION = "3";
    private static final double LEAST_SENSITIVE = -.1;

    /** Standard deviation of true elasticities of SKUs around what they have in common. */
    private static final double SPREAD_OF_SKUS = .5;

    private static final double LEAST_ERROR = .01;

    private final Map<Sold, SeenPrices> seen;
    private final Map<String, ElasticityAnswer> answers;
    private final Map<String, ElasticityAnswer> groups;
    private final ElasticityOptions options;
    private final String version;

    private ElasticityBook(
            Map<Sold, SeenPrices> seen, ElasticityStudy study, ElasticityOptions options, String version) {
        this.seen = seen;
        this.answers = new HashMap<>();
        this.groups = new HashMap<>();
        this.options = options;
        this.version = version;
        study.series().forEach(it -> answers.put(it.name(), it));
        study.groups().forEach(it -> groups.put(it.name(), it));
    }

    /**
     * Estimates from whole weeks before a Monday.
     *
     * @param fingerprint of all that the record reads
     */
    static ElasticityBook of(PriceRecord record, ElasticityOptions options, String fingerprint) {
        var seen = new HashMap<Sold, SeenPrices>();
        var panel = record.panel(seen);
        var usual = ElasticitySettings.DEFAULT;
        var settings = new ElasticitySettings(usual.confidence(), options.fewestWeeks(), usual.mostSensitive());
        var study = ElasticityEstimator.of(settings)
                .withUsual(options.usual(), options.usualSpread())
                .study(panel);
        return new ElasticityBook(seen, study, options, VERSION + "-" + fingerprint);
    }

    /** What is usual in the trade for every SKU, whatever the shop's history says. */
    public static ElasticityBook usual(ElasticityOptions options) {
        var nothing = new ElasticityStudy(List.of(), List.of());
        return new ElasticityBook(Map.of(), nothing, options, VERSION + "-usual");
    }

    /** Every pair of SKU and channel gets an answer, also one that was never sold. */
    public ShrunkenElasticity of(TwinState state, Sku sku, Channel channel) {
        var sold = new Sold(sku, channel);
        var prices = seen.getOrDefault(sold, SeenPrices.NONE);
        var own = Optional.ofNullable(answers.get(sold.series()));
        var why = own.map(ElasticityAnswer::reason).orElse("its own history was not looked at, or there is none");
        var told = own.flatMap(it -> it.interval().map(known -> told(known, 0, it.status(), it.reason(), prices)));
        return told.or(() -> ofGroup(PriceRecord.category(state, sku), why, prices))
                .orElseGet(() -> usual(why, prices));
    }

    private Optional<ShrunkenElasticity> ofGroup(String category, String why, SeenPrices prices) {
        return Optional.ofNullable(groups.get(ElasticityStudy.GROUP + category))
                .filter(it -> it.interval().isPresent())
                .or(() -> Optional.ofNullable(groups.get(ElasticityStudy.ALL)))
                .flatMap(it -> it.interval()
                        .map(known -> told(
                                known,
                                SPREAD_OF_SKUS,
                                ElasticityStatus.POOLED,
                                String.format(Locale.ROOT, "%.2f of %s is used: %s", known.value(), inWords(it), why),
                                prices)));
    }

    private static String inWords(ElasticityAnswer group) {
        return group.name().equals(ElasticityStudy.ALL)
                ? "the shop"
                : "category " + group.name().substring(ElasticityStudy.GROUP.length());
    }

    private ShrunkenElasticity usual(String why, SeenPrices prices) {
        return new ShrunkenElasticity(
                options.usual(),
                Math.hypot(options.usualSpread(), SPREAD_OF_SKUS),
                ElasticityStatus.UNIDENTIFIED,
                String.format(Locale.ROOT, "%.2f of shops in general is used: %s", options.usual(), why),
                prices.weeks(),
                prices.lowest(),
                prices.highest());
    }

    /** @param spread of what is asked about around what is known */
    private ShrunkenElasticity told(
            ElasticityInterval known, double spread, ElasticityStatus status, String reason, SeenPrices prices) {
        double error = Math.max(LEAST_ERROR, Math.hypot(known.error(), spread));
        return new ShrunkenElasticity(
                Math.min(known.value(), LEAST_SENSITIVE),
                error,
                status,
                known.value() > LEAST_SENSITIVE ? reason + "; not less sensitive than " + LEAST_SENSITIVE : reason,
                prices.weeks(),
                prices.lowest(),
                prices.highest());
    }

    /** Changes whenever the elasticities could be others. */
    public String version() {
        return version;
    }
}
