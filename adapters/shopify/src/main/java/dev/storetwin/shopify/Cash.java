package dev.storetwin.shopify;

import dev.storetwin.type.Amount;
import dev.storetwin.type.Money;
import dev.storetwin.type.TaxMode;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * How amounts of a body are to be read.
 *
 * @param currency of amounts that name none
 * @param taxMode  whether they contain tax
 */
record Cash(Currency currency, TaxMode taxMode) {

    /** The shop's own terms, for bodies that say nothing of them. */
    static Cash of(ShopifyOptions options) {
        return new Cash(options.currency(), options.taxMode());
    }

    /** The terms that a body states, else these. */
    Cash statedBy(Json body) {
        var mode = body.flag("taxes_included").map(included -> included ? TaxMode.GROSS : TaxMode.NET);
        return new Cash(body.as("currency", Cash::currency).orElse(currency), mode.orElse(taxMode));
    }

    /** The amount in the shop's currency, which stands in {@code field_set}, or else alone in {@code field}. */
    Optional<Money> money(Json at, String field) {
        var shopMoney = at.at(field + "_set").at("shop_money");
        return shopMoney
                .number("amount")
                .map(amount -> new Money(amount, currencyOf(shopMoney)))
                .or(() -> at.number(field).map(amount -> new Money(amount, currency)));
    }

    private Currency currencyOf(Json money) {
        return money.as("currency_code", Cash::currency).orElse(currency);
    }

    static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("Expected a currency code of ISO 4217, such as EUR.", unknown);
        }
    }

    /** A sum that contains tax or not, as this body's amounts do. */
    Amount amount(Optional<Money> sum, Optional<Money> tax) {
        var amount = sum.map(it -> Amount.of(it, taxMode)).orElse(Amount.UNKNOWN);
        return tax.map(amount::withTax).orElse(amount);
    }

    /** The sum of a field of all parts; empty when none has it. */
    Optional<Money> sum(List<Json> parts, String field) {
        Optional<Money> sum = Optional.empty();
        for (var part : parts) {
            var more = money(part, field);
            sum = more.isEmpty() ? sum : Optional.of(plus(sum, more.get(), part, field));
        }
        return sum;
    }

    /** Two currencies in one sum are a fault of the body. */
    static Money plus(Optional<Money> sum, Money more, Json at, String field) {
        if (sum.isPresent() && !sum.get().currency().equals(more.currency())) {
            throw at.malformed(field, "Expected one currency within one sum.");
        }
        return sum.map(more::plus).orElse(more);
    }
}
