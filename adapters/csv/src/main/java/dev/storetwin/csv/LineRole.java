package dev.storetwin.csv;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a column of an order-line file is for. Each role knows the headers under which it usually goes, the likeliest first. */
public enum LineRole {
    ORDER(
            true,
            "order order_id order_no order_number invoice_no invoice invoice_id invoice_number "
                    + "receipt_id receipt transaction_id basket_id"),
    LINE_TYPE(false, "line_type item_type transaction_type"),
    SKU(
            true,
            "sku stock_code variant_sku lineitem_sku product_code item_code article_no article "
                    + "product_id item_id article_id product item"),
    DESCRIPTION(false, "description product_name item_name lineitem_name product_description product_title " + "title"),
    QUANTITY(true, "quantity qty units lineitem_quantity quantity_ordered quantity_sold units_sold"),
    TIME(
            true,
            "time invoice_date order_date ordered_at order_time created_at placed_at timestamp "
                    + "transaction_timestamp transaction_date datetime date"),
    UNIT_PRICE(false, "unit_price price item_price lineitem_price price_per_unit"),
    CUSTOMER(
            false,
            "customer customer_id customer_email email household_id user_id member_id client_id "
                    + "buyer_id buyer_email"),
    CHANNEL(false, "channel sales_channel channel_name"),
    COUNTRY(false, "country shipping_country ship_country ship_to_country delivery_country billing_country");

    private final boolean required;
    private final String headers;

    LineRole(boolean required, String headers) {
        this.required = required;
        this.headers = headers;
    }

    boolean isRequired() {
        return required;
    }

    List<String> headers() {
        return List.of(headers.split(" "));
    }

    /** As the command line spells it: {@code unit_price}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of a label. */
    public static LineRole of(String label) {
        return find(label).orElseThrow(() -> new IllegalArgumentException("""
                        '%s' is no role of a column, expected one of %s.
                        Maybe role and name are swapped: it is role=name.""".formatted(label, labels())));
    }

    private static Optional<LineRole> find(String label) {
        return Arrays.stream(values())
                .filter(it -> Column.plain(it.label()).equals(Column.plain(label)))
                .findFirst();
    }

    private static String labels() {
        return Arrays.stream(values()).map(LineRole::label).collect(Collectors.joining(", "));
    }
}
