// The files of this folder that go into the page, compiled in.

#ifndef STANCE_CLIENT_REPORT_ASSETS_H_
#define STANCE_CLIENT_REPORT_ASSETS_H_

namespace stance::client {

extern const char kReportTemplate[];  // page.mustache
extern const char kReportStyle[];     // page.css
extern const char kReportScript[];    // page.js

}  // namespace stance::client

#endif  // STANCE_CLIENT_REPORT_ASSETS_H_
