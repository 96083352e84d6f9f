package dev.storetwin.core.state.quality;

import dev.storetwin.event.EventKey;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.state.Defect;
import dev.storetwin.state.ValueLimits;
import dev.storetwin.type.Amount;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import java.util.Currency;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at every part of one event after the other: its ranges, its signs, its lines, its currency and what it refers to. */
final class PartChecks implements PartReader {

    private final ValueLimits limits;
    private final Findings findings;
    private final References references;
    private final Set<String> lines = new HashSet<>();
    private @Nullable EventKey key;
    private @Nullable Currency currency;
    private boolean isChannelKnown;

    PartChecks(ValueLimits limits, Findings findings, References references) {
        this.limits = limits;
        this.findings = findings;
        this.references = references;
    }

    void check(TwinEvent event) {
        key = event.header().key();
        currency = null;
        isChannelKnown = false;
        if (!lines.isEmpty()) {
            lines.clear();
        }
        EventParts.tell(event, this);
    }

    @Override
    public void sku(Sku sku) {
        if (!references.isKnown(sku)) {
            findings.add(Defect.UNKNOWN_SKU, () -> unknown("SKU", sku));
        }
    }

    @Override
    public void node(NodeId node) {
        if (!references.isKnown(node)) {
            findings.add(Defect.UNKNOWN_NODE, () -> unknown("node", node));
        }
    }

    /** A channel comes before the money that is paid in it. */
    @Override
    public void channel(Channel channel) {
        if (!references.isKnown(channel)) {
            findings.add(Defect.UNKNOWN_CHANNEL, () -> unknown("channel", channel));
        } else if (findings.cares(Defect.OTHER_CURRENCY)) {
            currency = references.currency(channel).orElse(null);
            isChannelKnown = currency != null;
        }
    }

    private String unknown(String what, Object id) {
        return """
                %s tells of the %s %s, which nothing has described.
                Maybe the catalog has not been loaded yet.""".formatted(key, what, id);
    }

    @Override
    public void line(String id) {
        if (id.length() > limits.idLength() || !Letters.areWhole(id)) {
            findings.add(Defect.MALFORMED_ID, () -> """
                    A line of %s has an id of %d characters, expected at most %d, none of them a control character or half of one.
                    Maybe a whole line was taken for an id.""".formatted(key, id.length(), limits.idLength()));
        }
        if (!lines.add(id)) {
            findings.add(Defect.REPEATED_LINE, () -> """
                    %s has two lines of the same id, expected one id for each line.
                    Maybe the lines are named after their SKU, which was ordered twice.""".formatted(key));
        }
    }

    @Override
    public void text(String what, String words) {
        if (words.length() > limits.textLength()) {
            findings.add(Defect.ENDLESS_TEXT, () -> """
                    The %s of %s has %d characters, expected at most %d.
                    Maybe a whole page was taken for it.""".formatted(what, key, words.length(), limits.textLength()));
        }
    }

    @Override
    public void ordered(String what, Quantity quantity) {
        range(what, quantity, limits.ordered());
    }

    @Override
    public void moved(String what, Quantity quantity) {
        if (quantity.isNegative()) {
            negative(what, quantity);
        }
        range(what, quantity, limits.stocked());
    }

    @Override
    public void level(String what, Quantity quantity) {
        range(what, quantity, limits.stocked());
    }

    private void range(String what, Quantity quantity, Quantity most) {
        long thousandths = quantity.thousandths();
        if (thousandths > most.thousandths() || thousandths < -most.thousandths()) {
            absurd(what, quantity, most);
        }
    }

    @Override
    public void price(String what, Money money) {
        if (money.isNegative()) {
            negative(what, money);
        }
        money(what, money);
    }

    private void negative(String what, Object value) {
        findings.add(Defect.NEGATIVE_NUMBER, () -> """
                The %s of %s is %s, expected zero or more.
                Maybe the kind of event says the direction already.""".formatted(what, key, value));
    }

    private void absurd(String what, Object value, Object most) {
        findings.add(Defect.ABSURD_NUMBER, () -> """
                The %s of %s is %s, expected at most %s in either direction.
                Maybe an identifier was read as a number, or thousandths as units.""".formatted(what, key, value, most));
    }

    @Override
    public void money(String what, Money money) {
        if (money.amount().abs().compareTo(limits.money()) > 0) {
            absurd(what, money, limits.money());
        }
        if (currency == null) {
            currency = money.currency();
        } else if (!currency.equals(money.currency())) {
            findings.add(Defect.OTHER_CURRENCY, () -> """
                    The %s of %s is in %s, expected %s as %s.
                    Maybe it is what the shopper saw, not what the shop is paid.""".formatted(
                    what, key, money.currency(), currency, isChannelKnown ? "its channel has" : "the rest of it"));
        }
    }

    @Override
    public void amount(String what, Amount amount) {
        int net = part(what, amount.net());
        int gross = part(what, amount.gross());
        part(what, amount.tax());
        if (net * gross < 0) {
            sign(what, "net and gross of the same sign");
        }
    }

    private int part(String what, Optional<Money> money) {
        if (money.isEmpty()) {
            return 0;
        }
        money(what, money.get());
        return money.get().amount().signum();
    }

    @Override
    public void due(String what, Money money) {
        money(what, money);
        if (money.isNegative()) {
            sign(what, "zero or more");
        }
    }

    @Override
    public void due(String what, Amount amount) {
        amount(what, amount);
        if ((isNegative(amount.net()) && !isPositive(amount.gross()))
                || (isNegative(amount.gross()) && !isPositive(amount.net()))) {
            sign(what, "zero or more");
        }
    }

    private static boolean isNegative(Optional<Money> money) {
        return money.isPresent() && money.get().isNegative();
    }

    private static boolean isPositive(Optional<Money> money) {
        return money.isPresent() && money.get().isPositive();
    }

    private void sign(String what, String expected) {
        findings.add(Defect.WRONG_SIGN, () -> """
                The %s of %s has the wrong sign, expected %s.
                Maybe it is a cancellation or a refund, which have events of their own.""".formatted(what, key, expected));
    }
}
