package dev.storetwin.core.pricing.promotion;

import dev.storetwin.pricing.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/**
 * How far a discount lifts sales, learned from promotions that were: the logarithm of promoted by ordinary sales is a straight line in the
 * discount, higher or lower for each thing, and different each time. How much the things and the times differ is found as Paule and Mandel
 * (1982) do; a thing's own height is drawn to the common line as far as its promotions are few or unclear.
 */
public final class LiftCurve {

    private static final int FEWEST = 5;
    private static final int HALVINGS = 60;
    private static final double BEYOND = .05;
    private static final double SMALLEST = 1e-9;

    private final List<Response> responses;
    private final double centre;
    private final boolean sloped;
    private double level;
    private double slope;
    private double weights;
    private double squares;
    private double within;
    private double between;

    /**
     * What one promotion did to its thing.
     *
     * @param discount share of the regular price
     * @param log      of promoted by ordinary sales
     * @param variance of its error
     */
    public record Response(String thing, double discount, double log, double variance) {}

    private LiftCurve(List<Response> responses) {
        this.responses = List.copyOf(responses);
        this.centre = discounts().average().orElse(0);
        this.sloped = discounts().max().orElse(0) - discounts().min().orElse(0) > BEYOND;
        double total = spread(1);
        this.within = spread(2);
        this.between = Math.max(0, total - within);
        fit(total);
    }

    public static LiftCurve of(List<Response> responses) {
        return new LiftCurve(responses);
    }

    private DoubleStream discounts() {
        return responses.stream().mapToDouble(Response::discount);
    }

    /** Why a discount cannot be answered for; empty when it can. */
    public String refusal(double discount) {
        if (responses.size() < FEWEST) {
            return "%d promotions of it and its like are too few to learn from".formatted(responses.size());
        }
        double least = discounts().min().orElse(0);
        double most = discounts().max().orElse(0);
        return discount < least - BEYOND || discount > most + BEYOND
                ? "discounts of %.0f %% to %.0f %% were seen, and none like %.0f %%"
                        .formatted(100 * least, 100 * most, 100 * discount)
                : "";
    }

    /** Residual spread at which errors are as large as they should be: about one line for all (1), or about a line for each thing (2). */
    private double spread(int way) {
        double low = 0;
        double high = responses.stream()
                .mapToDouble(it -> it.log() * it.log() + it.variance())
                .max()
                .orElse(0);
        fit(0);
        int freedom = way == 1
                ? responses.size() - (sloped ? 2 : 1)
                : responses.size() - byThing().size();
        for (int i = 0; i < HALVINGS && freedom > 0; i++) {
            double middle = (low + high) / 2;
            fit(middle);
            boolean tooFar = distance(way, middle) > freedom;
            low = tooFar ? middle : low;
            high = tooFar ? high : middle;
        }
        return freedom > 0 ? low : 0;
    }

    private Map<String, List<Response>> byThing() {
        var things = new TreeMap<String, List<Response>>();
        responses.forEach(it ->
                things.computeIfAbsent(it.thing(), any -> new ArrayList<>()).add(it));
        return things;
    }

    private double distance(int way, double spread) {
        double sum = 0;
        for (var its : byThing().values()) {
            double height = way == 1 ? 0 : height(its, spread);
            for (var response : its) {
                double away = away(response) - height;
                sum += away * away / (response.variance() + spread + SMALLEST);
            }
        }
        return sum;
    }

    private double away(Response response) {
        return response.log() - line(response.discount());
    }

    private double line(double discount) {
        return level + slope * (discount - centre);
    }

    private double height(List<Response> responses, double spread) {
        double sum = 0;
        for (var response : responses) {
            sum += away(response) / (response.variance() + spread + SMALLEST);
        }
        return sum / precision(responses, spread);
    }

    private static double precision(List<Response> responses, double spread) {
        return responses.stream()
                .mapToDouble(it -> 1 / (it.variance() + spread + SMALLEST))
                .sum();
    }

    /** Weighted least squares; level where discounts are centred by their weights. */
    private void fit(double spread) {
        double sum = 0;
        double shift = 0;
        weights = precision(responses, spread);
        for (var response : responses) {
            double weight = 1 / (response.variance() + spread + SMALLEST);
            sum += weight * response.log();
            shift += weight * (response.discount() - centre);
        }
        double mean = weights > 0 ? sum / weights : 0;
        double middle = weights > 0 ? shift / weights : 0;
        double products = 0;
        squares = 0;
        for (var response : responses) {
            double weight = 1 / (response.variance() + spread + SMALLEST);
            double apart = response.discount() - centre - middle;
            products += weight * apart * response.log();
            squares += weight * apart * apart;
        }
        slope = sloped && squares > 0 ? products / squares : 0;
        level = mean - slope * middle;
    }

    /**
     * The logarithm of promoted by ordinary sales at a discount, and the standard deviation of the next promotion about it.
     *
     * @param thing that is to be promoted
     */
    public Expected at(String thing, double discount) {
        double apart = discount - centre;
        double ofLine = 1 / precision(responses, within)
                + between / byThing().size()
                + (sloped && squares > 0 ? apart * apart / squares : 0);
        var own = byThing().get(thing);
        if (own == null) {
            return new Expected(line(discount), Math.sqrt(ofLine + between + within));
        }
        double error = 1 / precision(own, within);
        double trust = between + error > 0 ? between / (between + error) : 0;
        double log = line(discount) + trust * height(own, within);
        return new Expected(log, Math.sqrt(ofLine * (1 - trust) * (1 - trust) + trust * error + within));
    }

    /**
     * What is expected of the next promotion.
     *
     * @param log       of promoted by ordinary sales
     * @param deviation of it
     */
    public record Expected(double log, double deviation) {

        /** Lift as a share of ordinary sales: its mean, and bounds for one promotion in twenty outside. */
        public Estimate lift() {
            double bound = 2 * deviation;
            return new Estimate(
                    StrictMath.expm1(log + deviation * deviation / 2),
                    StrictMath.expm1(log - bound),
                    Math.max(StrictMath.expm1(log + bound), StrictMath.expm1(log + deviation * deviation / 2)));
        }
    }
}
