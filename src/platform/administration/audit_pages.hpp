// What was read, done and refused, for those who check; and whether the seals of the audit hold.
#pragma once

#include "platform/administration/jobs_pages.hpp"
#include "platform/documents/table_file.hpp"
#include "platform/html/choice.hpp"
#include "platform/html/table.hpp"
#include "platform/http/form.hpp"

namespace jobs {
class Workers;
}

namespace auth {

struct AuditFilter : http::Form {
    AuditFilter() = default;
    explicit AuditFilter(const http::Values&);
    std::string email = text("osoba");
    std::string act = text("ukon");
    std::string outcome = text("vysledek");
    std::optional<Date> from = date("od");
    std::optional<Date> to = date("do");

    html::Field day(const char* name, const char* label) const;
    std::string address(const char* path) const;    // with the filter, ends where a further value may follow
    documents::Downloads downloads() const { return {"/sprava/audit", address("").substr(1)}; }
};

struct AuditLine {
    Instant happened_at{};
    std::string who{};
    std::string actor{};
    std::string act{};
    std::optional<Id<void>> about_id{};
    std::string outcome{};
    std::optional<std::string> reason{};

    static void each_field(auto& line, auto& visit) {
        visit("happened_at", line.happened_at), visit("who", line.who), visit("actor", line.actor),
            visit("act", line.act);
        visit("about_id", line.about_id), visit("outcome", line.outcome), visit("reason", line.reason);
    }
};

struct AuditPage {
    const AuditFilter& filter;
    std::vector<AuditLine> lines;
    std::int64_t page = 1;
    bool more = false;
    std::optional<jobs::Job> verified{};    // the newest check of the seals
    std::string form_token{};

    html::Table table(html::Out&) const;
    html::Select outcome(html::Out&) const;
    std::string seals(html::Out& out) const { return job_words(verified->result, out); }
    bool seals_broken() const { return verified && verified->result.starts_with("audit.seals.broken"); }
    std::string page_address(std::int64_t n) const {
        return filter.address("/sprava/audit") + "strana=" + std::to_string(n);
    }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("page", page.page), visit("lines", page.lines); }
    void write(html::Out&) const;
};

http::Response show_audit(const http::Request&, Permit<may::ReadAudit>);
http::Response export_audit(const http::Request&, Permit<may::ReadAudit>);
http::Response verify_audit(const http::Request&, Permit<may::ReadAudit>);

// Checks all seals as a job; the result is a text.
void know_audit_jobs(jobs::Workers&);

}
