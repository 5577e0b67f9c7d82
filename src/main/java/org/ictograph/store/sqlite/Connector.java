package org.ictograph.store.sqlite;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.ictograph.store.StoreException;

/** Makes the checked connection to a study file: the first one, and another one after a commit that failed. */
interface Connector {
    Connection connect() throws SQLException, IOException, StoreException;
}
