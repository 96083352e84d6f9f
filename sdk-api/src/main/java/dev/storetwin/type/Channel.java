package dev.storetwin.type;

/** A place where the shop sells and sets prices: a storefront, a marketplace, a till, a country shop. */
public record Channel(String value) implements Comparable<Channel> {

    public Channel {
        Identifier.check("channel", value);
    }

    public static Channel of(String value) {
        return new Channel(value);
    }

    @Override
    public int compareTo(Channel other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
