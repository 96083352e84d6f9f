package dev.storetwin.model;

/** A model at rest: its bytes, their address and where it came from. Immutable. */
public final class StoredModel {

    private final ModelAddress address;
    private final ModelCard card;
    private final byte[] bytes;

    private StoredModel(ModelAddress address, ModelCard card, byte[] bytes) {
        this.address = address;
        this.card = card;
        this.bytes = bytes;
    }

    public static StoredModel of(ModelCard card, byte[] bytes) {
        var copy = bytes.clone();
        return new StoredModel(ModelAddress.of(copy), card, copy);
    }

    public static StoredModel of(LearnedModel model) {
        return of(model.card(), model.bytes());
    }

    public ModelAddress address() {
        return address;
    }

    public ModelCard card() {
        return card;
    }

    /** A copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return "%s %s at %s".formatted(card.name(), card.version(), address);
    }
}
