package dev.storetwin.core.state;

import dev.storetwin.event.Entity;

/** A document's bytes tell which document they are. */
final class DocumentKeying implements Table.Keying<Entity, byte[]> {

    @Override
    public Entity key(byte[] document) {
        return Document.id(document);
    }

    @Override
    public int hash(Entity id) {
        return Document.hash(id);
    }

    @Override
    public int hashOf(byte[] document) {
        return Document.hash(document);
    }

    @Override
    public boolean isOf(byte[] document, Entity id) {
        return Document.hash(document) == Document.hash(id)
                && Document.id(document).equals(id);
    }
}
