package dev.storetwin.benchmarks.memory;

import dev.storetwin.event.ShopperEvent;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.platform.Listing;
import dev.storetwin.platform.Pull;
import dev.storetwin.platform.Pulled;
import dev.storetwin.platform.Reconciler;
import dev.storetwin.platform.ResourceKind;
import dev.storetwin.type.Source;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The lists of a platform that has all events of a mix on file but the shoppers' visits. */
final class MixLists implements Reconciler {

    private static final int PAGE = 1_000;

    private final Map<ResourceKind, List<TwinEvent>> files;

    MixLists(List<TwinEvent> events) {
        this.files = events.stream()
                .filter(MixLists::isListed)
                .collect(Collectors.groupingBy(
                        MixLists::kind, () -> new EnumMap<>(ResourceKind.class), Collectors.toList()));
    }

    static boolean isListed(TwinEvent event) {
        return !(event instanceof ShopperEvent);
    }

    private static ResourceKind kind(TwinEvent event) {
        return switch (event.document().kind()) {
            case VARIANT -> ResourceKind.PRODUCTS;
            case PRICE -> ResourceKind.PRICES;
            case STOCK -> ResourceKind.STOCK_LEVELS;
            case SHIPMENT -> ResourceKind.SHIPMENTS;
            default -> ResourceKind.ORDERS;
        };
    }

    @Override
    public Source source() {
        return MadeUpShop.SOURCE;
    }

    @Override
    public List<Listing> listings() {
        return files.keySet().stream().map(Listing::of).toList();
    }

    @Override
    public Pulled pull(Pull question) {
        var all = files.getOrDefault(question.kind(), List.of());
        int from = question.cursor().map(Integer::parseInt).orElse(0);
        int until = Math.min(all.size(), from + PAGE);
        return Pulled.Page.of(
                all.subList(from, until), until < all.size() ? Optional.of(Integer.toString(until)) : Optional.empty());
    }
}
