"use strict";
exports.id = 137;
exports.ids = [137];
exports.modules = {

/***/ 27137:
/***/ (function (__unused_webpack_module, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   requestIdToken: () => (/* binding */ requestIdToken)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44988);
/**
 * Asks GitHub for an OIDC token of this job. Loaded only when one is due, since the library brings its own HTTP
 * client.
 */

/**
 * Asks GitHub for an OIDC token of this job. The runner masks it in the log.
 *
 * @param audience the `aud` claim that the token shall have
 * @returns the token
 * @throws an `Error` when the job may not have one, or GitHub did not answer
 */
function requestIdToken(audience) {
    return (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getIDToken */ .V9)(audience);
}


/***/ })

};
;