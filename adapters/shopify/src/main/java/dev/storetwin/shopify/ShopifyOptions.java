package dev.storetwin.shopify;

import dev.storetwin.identity.SubjectTokens;
import dev.storetwin.type.Channel;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Source;
import dev.storetwin.type.TaxMode;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a shop's bodies do not say of themselves.
 *
 * @param source   who sends: unique among all that feed one twin
 * @param currency the shop's own; product and inventory bodies name none
 * @param taxMode  whether the shop's prices contain tax; orders say it themselves
 * @param channel  where an order was placed that names no other, and what product prices are for
 * @param channels other channels, by {@code source_name}, or by {@code location:<id>}, {@code app:<id>} or {@code publication:<id>}
 * @param node     where goods are when a body names no location
 * @param nodes    names of nodes by location id; a location without one is named by its id
 * @param tokens   makes subjects of customer ids; a twin with a vault has better ones than {@link SubjectTokens#recognisable}
 */
public record ShopifyOptions(
        Source source,
        Currency currency,
        TaxMode taxMode,
        Channel channel,
        Map<String, Channel> channels,
        NodeId node,
        Map<String, NodeId> nodes,
        SubjectTokens tokens) {

    public ShopifyOptions {
        channels = Map.copyOf(channels);
        nodes = Map.copyOf(nodes);
    }

    /**
     * A shop with one online channel, its nodes named by location id.
     *
     * @param shop     its name at Shopify, such as {@code my-shop}
     * @param currency ISO 4217
     */
    public static ShopifyOptions of(String shop, String currency) {
        return new ShopifyOptions(
                Source.of("shopify:" + shop),
                Currency.getInstance(currency.toUpperCase(Locale.ROOT)),
                TaxMode.UNKNOWN,
                Channel.of("web"),
                Map.of(),
                NodeId.of("default"),
                Map.of(),
                SubjectTokens.recognisable());
    }

    public ShopifyOptions withTaxMode(TaxMode mode) {
        return new ShopifyOptions(source, currency, mode, channel, channels, node, nodes, tokens);
    }

    public ShopifyOptions withChannel(Channel usual) {
        return new ShopifyOptions(source, currency, taxMode, usual, channels, node, nodes, tokens);
    }

    /** For example {@code withChannel("location:1234", Channel.of("store-rome"))}. */
    public ShopifyOptions withChannel(String key, Channel named) {
        return new ShopifyOptions(source, currency, taxMode, channel, with(channels, key, named), node, nodes, tokens);
    }

    public ShopifyOptions withNode(NodeId usual) {
        return new ShopifyOptions(source, currency, taxMode, channel, channels, usual, nodes, tokens);
    }

    public ShopifyOptions withNode(String locationId, NodeId named) {
        return new ShopifyOptions(
                source, currency, taxMode, channel, channels, node, with(nodes, locationId, named), tokens);
    }

    public ShopifyOptions withTokens(SubjectTokens made) {
        return new ShopifyOptions(source, currency, taxMode, channel, channels, node, nodes, made);
    }

    private static <T> Map<String, T> with(Map<String, T> map, String key, T value) {
        var more = new HashMap<>(map);
        more.put(key, value);
        return more;
    }
}
