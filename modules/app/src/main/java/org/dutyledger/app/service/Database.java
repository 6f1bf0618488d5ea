package org.dutyledger.app.service;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Where PostgreSQL is and who connects. Not a record, so that no log shows the password. */
final class Database implements JdbcConnectionDetails {

    private final String url;
    private final String username;
    private final String password;

    Database(String url, String username, String password) {
        this.url = url;
        this.username = username;
        this.password = password;
    }

    @Override
    public String getJdbcUrl() {
        return url;
    }

    @Override
    public String getUsername() {
        return username;
    }

    @Override
    public String getPassword() {
        return password;
    }
}
