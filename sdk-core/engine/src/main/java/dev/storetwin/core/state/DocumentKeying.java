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
        return 31 * id.kind().ordinal() + id.id().hashCode();
    }
}
