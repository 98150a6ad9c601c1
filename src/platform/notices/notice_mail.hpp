// Notices as letters: at once, or one a day with all that came, as each person chose.
#pragma once

#include "platform/http/request.hpp"
#include "platform/i18n/languages.hpp"
#include "platform/jobs/jobs.hpp"

namespace notices {

inline constexpr auto mail_job = "notices.mail", daily_job = "notices.daily";
inline constexpr auto daily_at = TimeOfDay{6 * 60 + 30};

void know_mail(jobs::Workers&, const i18n::Languages&, const http::SiteFacts&);

}
