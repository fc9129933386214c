package org.covigie.bot.vault;

import org.covigie.bot.settings.WrongSetting;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stops a start with another key than the database is sealed with, before anything is sealed with both. */
@Component
class KeyCheck implements InitializingBean {
    private final JdbcClient db;
    private final Vault vault;

    KeyCheck(JdbcClient db, Vault vault) {
        this.db = db;
        this.vault = vault;
    }

    @Override
    public void afterPropertiesSet() {
        String print = vault.fingerprint("covigie data key");
        db.sql("insert into data_key (id, fingerprint) values (1, :print) on conflict do nothing").param("print", print)
                .update();
        if (!db.sql("select fingerprint from data_key where id = 1").query(String.class).single().equals(print)) {
            throw new WrongSetting(DataKey.VARIABLE, "COVIGIE_DATA_KEY is not the key this database is sealed with "
                    + "(embedded: the file data.key beside it); set the former key, or begin with an empty database");
        }
    }
}
