package io.posture.io.source;

import java.util.List;

/**
 * A kind of store of tables that is no file, such as databases: a service, one line in
 * {@code META-INF/services/io.posture.io.source.TableStore} or in {@code module-info.java}. None is built in.
 */
public interface TableStore {

    /** What its addresses begin with, up to the first colon, for example {@code jdbc}. */
    String scheme();

    /**
     * Looks at what a store holds.
     *
     * @param address where it is, with the secrets it needs
     * @param libraries class loaders of jars that the user added, in which a driver may be
     * @throws io.posture.io.input.InputException if there is no such store, or what reads it is not installed
     * @throws java.io.UncheckedIOException if it cannot be reached or refuses
     */
    OpenStore open(StoreAddress address, List<ClassLoader> libraries);
}
