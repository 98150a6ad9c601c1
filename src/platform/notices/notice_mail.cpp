// Writes letters about notices; their subjects say nothing of what happened.
#include "platform/notices/notice_mail.hpp"

#include "platform/auth/people.hpp"
#include "platform/mail/mail.hpp"
#include "platform/notices/notice.hpp"

namespace notices {

namespace {

struct Writer {
    const i18n::Texts& texts;
    std::string public_url;

    std::string line(const Notice& notice) const { return texts.text("notice.kind." + notice.kind, {notice.subject}); }
    std::string end() const { return "\n\n" + texts.text("notices.mail.read", {public_url + "/oznameni"}) + "\n"; }

    void send(db::Session& work, Instant now, const auth::Person& person, const std::string& lines,
              const char* subject) const {
        mail::send(work, now, person.kept.organisation_id,
                   {person.email, person.name, texts.text(subject), lines + end(), "notice"});
    }
};

// Whose account is closed hears nothing more.
std::optional<auth::Person> reader(db::Session& db, Id<User> id) {
    return db.maybe<auth::Person>("SELECT * FROM people WHERE id = $1 AND disabled_at IS NULL", id);
}

void settle(db::Session& work, const Notice& notice) {
    work.run("UPDATE notices SET mail = 'done' WHERE id = $1", notice.id);
}

void mail_each(db::Session& work, Instant now, const Writer& writer) {
    auto waiting = work.all<Notice>("SELECT * FROM notices WHERE mail = 'at_once' ORDER BY happened_at, id LIMIT 500");
    for (auto& notice : waiting) {
        if (auto person = reader(work, notice.person_id))
            writer.send(work, now, *person, writer.line(notice), "notices.mail.subject");
        settle(work, notice);
    }
}

// What was read meanwhile in the program is old news.
void mail_digests(db::Session& work, Instant now, const Writer& writer) {
    auto waiting = work.all<Notice>("SELECT * FROM notices WHERE mail = 'daily' ORDER BY person_id, happened_at, id");
    std::string lines;
    for (std::size_t n = 0; n < waiting.size(); ++n) {
        auto& notice = waiting[n];
        if (!notice.read_at) lines += "- " + writer.line(notice) + "\n";
        settle(work, notice);
        bool last = n + 1 == waiting.size() || waiting[n + 1].person_id != notice.person_id;
        if (!last) continue;
        auto person = reader(work, notice.person_id);
        if (person && !lines.empty()) writer.send(work, now, *person, lines, "notices.mail.daily_subject");
        lines.clear();
    }
}

}

void know_mail(jobs::Workers& workers, const i18n::Languages& languages, const http::SiteFacts& facts) {
    Writer writer{languages.czech(), facts.public_url};
    workers.know(mail_job, [writer](jobs::Run& run) -> std::string {
        run.database().in_write_transaction([&](db::Session& work) { mail_each(work, run.now(), writer); });
        return "notices.mailed";
    });
    workers.know(daily_job, [writer](jobs::Run& run) -> std::string {
        run.database().in_write_transaction([&](db::Session& work) { mail_digests(work, run.now(), writer); });
        return "notices.mailed";
    });
}

}
