// Keeps what people are told.
#include "platform/notices/notice.hpp"

#include "platform/notices/beside_letter.hpp"
#include "platform/notices/notice_mail.hpp"

namespace notices {

namespace {

struct Choice {
    Id<Choice> id{};
    Id<User> person_id{};
    std::string kind{};
    std::string way = "at_once";
    Kept kept{};

    static constexpr auto table = "notice_choices";
    static void each_field(auto& choice, auto& visit) {
        visit("id", choice.id), visit("person_id", choice.person_id), visit("kind", choice.kind);
        visit("way", choice.way);
        Kept::each_field(choice.kept, visit);
    }
};

std::optional<Choice> choice_of(db::Session& db, Id<User> person, const std::string& kind) {
    return db.maybe<Choice>("SELECT * FROM notice_choices WHERE person_id = $1 AND kind = $2", person, kind);
}

}

std::string way_of(db::Session& db, Id<User> person, const std::string& kind) {
    auto choice = choice_of(db, person, kind);
    return choice ? choice->way : "at_once";
}

bool choose_way(const history::Author& author, Id<User> person, const std::string& kind, const std::string& way) {
    auto standing = choice_of(author.work, person, kind);
    if (standing) {
        auto after = *standing;
        after.way = way;
        return history::keep_change(author, *standing, after);
    }
    if (way == "at_once") return false;
    Choice choice{Id<Choice>::made_at(author.now), person, kind, way, {}};
    history::keep_new(author, choice);
    return true;
}

namespace {

// Not a second time, while the person has not read of the same.
bool is_told(db::Session& db, Id<User> person, const std::string& kind, const std::string& address) {
    return db.one<std::int64_t>("SELECT count(*) FROM notices WHERE person_id = $1 AND kind = $2"
                                " AND address = $3 AND read_at IS NULL",
                                person, kind, address) > 0;
}

void keep_notice(const history::Author& author, Notice notice) {
    notice.id = Id<Notice>::made_at(author.now), notice.happened_at = author.now;
    notice.kept.organisation_id = author.organisation, notice.kept.retention = "notice";
    notice.kept.created_at = notice.kept.changed_at = author.now;
    notice.kept.created_by = notice.kept.changed_by = author.user;
    db::insert_record(author.work, Notice::table, notice);
}

}

void tell(const history::Author& author, const std::vector<Id<User>>& people, const std::string& kind,
          const std::string& subject, const std::string& address) {
    bool letters = false;
    for (auto& person : people) {
        if (is_told(author.work, person, kind, address)) continue;
        Notice notice{{}, person, kind, subject, address};
        notice.mail = way_of(author.work, person, kind);
        letters |= notice.mail == "at_once";
        keep_notice(author, notice);
    }
    if (letters) jobs::enqueue(author.work, author.now, author.user, author.organisation, mail_job, "{}");
}

void tell_beside_letter(const history::Author& author, const std::vector<Id<User>>& people, const std::string& kind,
                        const std::string& subject, const std::string& address) {
    for (auto& person : people)
        if (!is_told(author.work, person, kind, address)) keep_notice(author, {{}, person, kind, subject, address});
}

std::int64_t count_unread(db::Session& db, const User& user) { return count_of(db, user.id, true); }

std::vector<Notice> notices_of(db::Session& db, Id<User> person, bool unread_only, std::int64_t most,
                               std::int64_t skip) {
    if (unread_only)
        return db.all<Notice>("SELECT * FROM notices WHERE person_id = $1 AND read_at IS NULL"
                              " ORDER BY happened_at DESC, id DESC LIMIT $2 OFFSET $3",
                              person, most, skip);
    return db.all<Notice>("SELECT * FROM notices WHERE person_id = $1 ORDER BY happened_at DESC, id DESC"
                          " LIMIT $2 OFFSET $3",
                          person, most, skip);
}

std::int64_t count_of(db::Session& db, Id<User> person, bool unread_only) {
    if (unread_only)
        return db.one<std::int64_t>("SELECT count(*) FROM notices WHERE person_id = $1 AND read_at IS NULL", person);
    return db.one<std::int64_t>("SELECT count(*) FROM notices WHERE person_id = $1", person);
}

std::optional<Notice> find_notice(db::Session& db, Id<Notice> id) {
    return db.maybe<Notice>("SELECT * FROM notices WHERE id = $1", id);
}

void mark_read(db::Session& work, const Notice& notice, Instant now) {
    work.run("UPDATE notices SET read_at = $2 WHERE id = $1 AND read_at IS NULL", notice.id, now);
}

void mark_all_read(db::Session& work, Id<User> person, Instant now) {
    work.run("UPDATE notices SET read_at = $2 WHERE person_id = $1 AND read_at IS NULL", person, now);
}

}
