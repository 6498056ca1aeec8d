from allauth.account.views import LogoutView, ReauthenticateView
from allauth.mfa.base.views import AuthenticateView, IndexView
from allauth.mfa.recovery_codes.views import (
    DownloadRecoveryCodesView,
    GenerateRecoveryCodesView,
    ViewRecoveryCodesView,
)
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from django.urls import path

from mingbai.accounts.views import absences, own, people, records, sign_in, site, units

urlpatterns = [
    path("sign-in/", sign_in.SignIn.as_view(), name="account_login"),
    path("sign-out/", LogoutView.as_view(), name="account_logout"),
    path("sign-in/second-factor/", AuthenticateView.as_view(), name="mfa_authenticate"),
    # names that the library reverses; both are closed here, since an administrator opens accounts and resets passwords
    path("sign-in/new/", sign_in.closed, name="account_signup"),
    path("sign-in/forgotten/", sign_in.closed, name="account_reset_password"),
    path("account/", own.account, name="accounts-own"),
    path("account/absences/", absences.enter_own, name="accounts-own-absence"),
    path("account/absences/<int:pk>/end/", absences.end_own, name="accounts-own-absence-end"),
    path("account/password/", own.password, name="account_change_password"),
    path("account/confirm/", ReauthenticateView.as_view(), name="account_reauthenticate"),
    path("account/sessions/", own.sessions, name="usersessions_list"),
    path("account/second-factor/", IndexView.as_view(), name="mfa_index"),
    path("account/second-factor/app/", ActivateTOTPView.as_view(), name="mfa_activate_totp"),
    path("account/second-factor/app/off/", DeactivateTOTPView.as_view(), name="mfa_deactivate_totp"),
    path("account/second-factor/codes/", ViewRecoveryCodesView.as_view(), name="mfa_view_recovery_codes"),
    path(
        "account/second-factor/codes/new/",
        GenerateRecoveryCodesView.as_view(),
        name="mfa_generate_recovery_codes",
    ),
    path(
        "account/second-factor/codes/file/",
        DownloadRecoveryCodesView.as_view(),
        name="mfa_download_recovery_codes",
    ),
    path("units/", units.listing, name="accounts-units"),
    path("units/new/", units.new, name="accounts-unit-new"),
    path("units/export/", units.export, name="accounts-units-export"),
    path("units/import/", units.import_, name="accounts-units-import"),
    path("units/<slug:code>/", units.detail, name="accounts-unit"),
    path("units/<slug:code>/<slug:act>/", units.change, name="accounts-unit-change"),
    path("people/", people.listing, name="accounts-people"),
    path("people/new/", people.new, name="accounts-person-new"),
    path("people/export/", people.export, name="accounts-people-export"),
    path("people/import/", people.import_, name="accounts-people-import"),
    path("people/<int:pk>/", people.detail, name="accounts-person"),
    path("people/<int:pk>/posts/", people.give_post, name="accounts-person-post"),
    path("people/<int:pk>/posts/<int:post>/end/", people.end_post, name="accounts-person-post-end"),
    path("people/<int:pk>/password/", people.reset_password, name="accounts-person-password"),
    path("people/<int:pk>/second-factor/", people.reset_second_factor, name="accounts-person-second-factor"),
    path("people/<int:pk>/handover/", people.hand_over, name="accounts-person-handover"),
    path("people/<int:pk>/close/", people.close, name="accounts-person-close"),
    path("people/<int:pk>/reopen/", people.reopen, name="accounts-person-reopen"),
    path("people/<int:pk>/sessions/", people.end_sessions, name="accounts-person-sessions"),
    path("people/<int:pk>/edit/", people.edit, name="accounts-person-edit"),
    path("absences/", absences.listing, name="accounts-absences"),
    path("absences/<int:pk>/deputy/", absences.entrust, name="accounts-absence-deputy"),
    path("absences/<int:pk>/end/", absences.end, name="accounts-absence-end"),
    path("leading-group/", units.leading_group, name="accounts-leading-group"),
    path("leading-group/<int:pk>/end/", units.end_leading_group_term, name="accounts-leading-group-end"),
    path("leading-group/import/", units.import_leading_group, name="accounts-leading-group-import"),
    path("leading-group/export/", units.export_leading_group, name="accounts-leading-group-export"),
    path("identity/", site.identity, name="accounts-identity"),
    path("sign-ins/", records.sign_ins, name="accounts-sign-ins"),
    path("journal/", records.journal, name="accounts-journal"),
    path("jobs/", records.jobs, name="accounts-jobs"),
    path("jobs/<int:pk>/again/", records.run_again, name="accounts-job-again"),
]
