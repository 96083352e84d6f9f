package dev.storetwin.shopify;

import dev.storetwin.event.EntityKind;
import dev.storetwin.platform.Listing;
import dev.storetwin.platform.PlatformMessage;
import dev.storetwin.platform.Pull;
import dev.storetwin.platform.Pulled;
import dev.storetwin.platform.Reconciler;
import dev.storetwin.platform.ResourceKind;
import dev.storetwin.platform.Translation;
import dev.storetwin.type.Source;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads the lists of Shopify's REST Admin API: orders with their refunds and fulfillments, products with their variants and prices,
 * inventory levels, customers and locations. It opens no connection itself: the host asks, and this says for what and reads the answer.
 */
public final class ShopifyReconciler implements Reconciler {

    private static final String PAGE = "limit=250";
    private static final Pattern NEXT = Pattern.compile("<[^>]*[?&]page_info=([^&>]+)[^>]*>\\s*;\\s*rel=\"next\"");
    private static final Pattern CURSOR = Pattern.compile("[A-Za-z0-9_=%-]{1,2000}");
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ShopifyApi api;
    private final ShopifyOptions options;
    private final ShopifyTranslator translator;
    private final Map<ResourceKind, Resource> resources = new EnumMap<>(ResourceKind.class);

    /** One list: its name in the API, what else is asked for, and whether it can be asked for changes. */
    private record Resource(String name, String query, Listing listing) {}

    private ShopifyReconciler(ShopifyApi api, ShopifyOptions options) {
        this.api = api;
        this.options = options;
        this.translator = ShopifyTranslator.of(options);
        add("products", "", Listing.of(ResourceKind.PRODUCTS).withChanges().sweeping(EntityKind.VARIANT));
        add("customers", "", Listing.of(ResourceKind.CUSTOMERS).withChanges());
        add("orders", "&status=any", Listing.of(ResourceKind.ORDERS).withChanges());
        add("locations", "", Listing.of(ResourceKind.NODES));
        if (!options.nodes().isEmpty()) {
            var ids = String.join(",", new TreeSet<>(options.nodes().keySet()));
            add(
                    "inventory_levels",
                    "&location_ids=" + ids,
                    Listing.of(ResourceKind.STOCK_LEVELS).withChanges());
        }
    }

    /**
     * Stock is listed for the locations that the options name.
     *
     * @param options the same as of the translator of the shop's webhooks
     */
    public static ShopifyReconciler of(ShopifyApi api, ShopifyOptions options) {
        return new ShopifyReconciler(api, options);
    }

    private void add(String name, String query, Listing listing) {
        resources.put(listing.kind(), new Resource(name, query, listing));
    }

    @Override
    public Source source() {
        return options.source();
    }

    @Override
    public List<Listing> listings() {
        return resources.values().stream().map(Resource::listing).toList();
    }

    @Override
    public Pulled pull(Pull question) {
        var resource = resources.get(question.kind());
        if (resource == null) {
            return new Pulled.Failed("Shopify's API has no list for %s here.".formatted(question.kind()), false);
        }
        if (question.cursor().filter(it -> !CURSOR.matcher(it).matches()).isPresent()) {
            return new Pulled.CursorLost("It is no cursor of Shopify's.");
        }
        try {
            return read(api.get(path(resource, question)), question);
        } catch (IOException unanswered) {
            return new Pulled.Failed("no answer: " + unanswered.getMessage(), true);
        }
    }

    /** A cursor stands for all that was asked for with the first page. */
    private static String path(Resource resource, Pull question) {
        var first = resource.query()
                + question.changedSince().map(it -> "&updated_at_min=" + it).orElse("");
        return resource.name() + ".json?" + PAGE
                + question.cursor().map(it -> "&page_info=" + it).orElse(first);
    }

    private Pulled read(ShopifyApi.Answer answer, Pull question) {
        int status = answer.status();
        if (status == 200) {
            return page(answer.message());
        }
        if (status == 429) {
            return new Pulled.Later(patience(answer.message()), "Shopify's rate limit is used up.");
        }
        if (status == 400 && question.cursor().isPresent()) {
            return new Pulled.CursorLost("Shopify does not know the cursor any more.");
        }
        var hint = status == 401 || status == 403 ? "\nMaybe the access token lacks a scope." : "";
        return new Pulled.Failed(
                "Shopify answered %d for %s.%s".formatted(status, question.kind(), hint), status >= 500);
    }

    private Pulled page(PlatformMessage message) {
        var next = message.header("Link")
                .map(NEXT::matcher)
                .filter(it -> it.find())
                .map(it -> it.group(1));
        var translation = translator.translate(message);
        if (translation instanceof Translation.Quarantined quarantined) {
            return new Pulled.Page(List.of(), Set.of(), List.of(quarantined), next);
        }
        return Pulled.Page.of(translation.events(), next);
    }

    /** Whole seconds or with a fraction. */
    private static Duration patience(PlatformMessage message) {
        return message.header("Retry-After")
                .filter(it -> it.matches("\\d{1,5}(\\.\\d{1,3})?"))
                .map(it -> Duration.ofMillis((long) (Double.parseDouble(it) * 1_000)))
                .orElse(PATIENCE);
    }
}
